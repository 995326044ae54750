"""The bridge to Teams: the only room that knows the Bot Framework. Said goes in, Drawn comes out."""
