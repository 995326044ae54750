"""Speed and size, side by side in one run: `python -m bench`."""
