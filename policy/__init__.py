"""The municipality's policy as data, and the ranking of its passages. Pure."""
