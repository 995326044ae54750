"""Dates as people say them, in Danish and English."""
