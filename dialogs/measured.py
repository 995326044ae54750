"""Set phrases with something in them: two times of a journey, or whose year of home work."""

from __future__ import annotations

import re

from dialogs.names import named
from dialogs.scene import Scene
from domain import commands as c

# "transport 25 40": from home and from the workplace; what is no minutes is told by the rule
_JOURNEY = re.compile(r"(?:transport|transporttid|kørsel|køretid|travel)\s+(-?[\d.,]{1,12})\s+(-?[\d.,]{1,12})")
# "overblik over Anna", for whoever answers for her; nobody of that name: it is something else that is meant
_OVERVIEW = re.compile(r"(?i:(?:kom[- ]?)?overblik(?: over| for| til)?|overview of)\s+([^\n]{2,80})")


def filled(text: str, scene: Scene) -> c.Command | None:
    """Return the command that a set phrase with its values is, or None."""
    said = text.strip()
    if (times := _JOURNEY.fullmatch(said.lower())) is not None:
        return c.WorkOutTransport(actual=times[1], from_workplace=times[2])
    if scene.leads and (of_whom := _OVERVIEW.fullmatch(said)) is not None:
        people = named(of_whom[1], scene.leads).people
        if len(people) > 1:
            return c.ShowHomeWork(named=of_whom[1])
        return c.ShowHomeWork(employee_id=people[0].id) if people else None
    return None
