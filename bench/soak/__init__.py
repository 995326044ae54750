"""A municipality's working week in minutes: the real bot on a virtual clock, a connector that refuses, and checks."""
