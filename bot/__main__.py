"""The process from outside: the command line."""
