"""A town to try the bot in, on loopback only."""
