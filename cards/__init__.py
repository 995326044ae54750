"""Facts drawn as Adaptive Cards, buttons as commands, and all the words. Pure."""
