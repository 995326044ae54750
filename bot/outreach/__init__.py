"""What leaves on its own: notices, carried out by a durable engine."""
