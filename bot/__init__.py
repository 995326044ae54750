"""The process: everything that touches the network, and the wiring."""
