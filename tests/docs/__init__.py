"""The documents keep to what is there."""
