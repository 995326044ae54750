"""What was said and what it leads to."""
