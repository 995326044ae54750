"""A policy's document on its way to a handbook: blocks, passages, what differs, and what is odd about it."""
