"""The command line: one file per group of commands. Heavy rooms are imported when a command runs, not before."""
