"""Who takes part, in the order of the table. The first one is what the others are held against."""

from __future__ import annotations

from bench.contender import Contender

CONTENDERS: list[Contender] = [
    Contender("Bot Framework SDK 4.17, empty echo", ("server.py",), peer="botbuilder"),
    Contender("Microsoft 365 Agents SDK 1.9, echo", ("server.py",), peer="agents"),
    Contender("Teams SDK 2.1, echo", ("server.py",), peer="teams", python=(3, 12)),
    Contender("hjemmebot, bare bridge, echo", ("-m", "bench.ours.echo")),
]
