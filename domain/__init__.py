"""The rules of home work: pure values and functions, no clock and no I/O."""
