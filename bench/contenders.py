"""Who takes part, in the order of the table. The first one is what the others are held against."""

from __future__ import annotations

from bench.contender import Contender
from bench.ours.turns import approve, ask, mark

HOUSE = ("-m", "bench.ours.house")
READY = "/readyz"

CONTENDERS: list[Contender] = [
    Contender("Bot Framework SDK 4.17, empty echo", ("server.py",), peer="botbuilder"),
    Contender("Microsoft 365 Agents SDK 1.9, echo", ("server.py",), peer="agents"),
    Contender("Teams SDK 2.1, echo", ("server.py",), peer="teams", python=(3, 12)),
    Contender("hjemmebot, bare bridge, echo", ("-m", "bench.ours.echo")),
    Contender("hjemmebot, Ask, lexical", (*HOUSE, "--lexical"), ready=READY, prepare=ask),
    Contender("hjemmebot, Ask, language model", HOUSE, ready=READY, prepare=ask),
    Contender("hjemmebot, MarkDays with notice", HOUSE, ready=READY, prepare=mark),
    Contender("hjemmebot, ApproveDays, 2 notices", HOUSE, ready=READY, prepare=approve, sends=2),
]
