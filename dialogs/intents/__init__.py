"""What people want from the bot."""
