"""Our own contenders, run with the bot's own interpreter."""
