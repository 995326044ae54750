"""What to ask next: a turn of talk is a pure function of what was awaited and what was said."""
