"""What a leader says of one employee's days that is no decision: when, how often, or to put a day down for them."""

from __future__ import annotations

import re

from dialogs.dates.days_read import DatesRead
from dialogs.names import named
from dialogs.scene import Fact, Scene
from dialogs.spelling import fold
from domain import commands as c
from domain import facts as f
from domain.people import Person
from domain.refusals import Refusal, Rule

_AT_HOME = r"\b(?:hjemme\w*|home|remote\w*)\b"
_HOW_OFTEN = re.compile(rf"^(?:og )?(?:hvor (?:tit|ofte|meget)|how (?:often|much))\b.*{_AT_HOME}")
_WHEN = re.compile(rf"^(?:og )?(?:hvornar|hvilke dage|when|(?:on )?which days)\b.*{_AT_HOME}")
# "Annas hjemmedage" and nothing more: to look at them, not to cancel them
_THEIRS = re.compile(
    r"^(?:vis |se |show |see )?(\S+(?: \S+){0,3}) (?:hjemme(?:arbejds)?dage?|hjemmearbejde|home days?)(?: i| in)?$"
)
_PUT_DOWN = re.compile(rf"^(?:marker|skriv|sat|book|noter|registrer|put|mark)\b.*{_AT_HOME}")
_OWN = re.compile(r"\b(?:jeg|mig|min|mine|i|me|my)\b")


def employee_days(text: str, read: DatesRead, scene: Scene) -> Fact | c.Command | None:
    """Return what shows the one employee's days, or that they ask themselves; None where something else is meant."""
    people = named(text, scene.leads).people if scene.leads else ()
    if len(people) != 1:
        return None
    said = fold(_without(text, read)).strip(" ?!.")
    if _HOW_OFTEN.search(said):
        return c.ShowHomeWork(employee_id=people[0].id)
    theirs = _THEIRS.search(said)
    if _WHEN.search(said) or (theirs is not None and _is_name(theirs[1], people[0])):
        return c.ShowTeam(week_of=read.dates[0] if read.dates else scene.today)
    return _put_down(said, people[0], read)


def _is_name(said: str, employee: Person) -> bool:
    """Return whether these folded words are nothing but the employee's name, mostly in the genitive."""
    parts = set(fold(employee.name).split())
    return all({one, one.rstrip("'"), one.removesuffix("s").rstrip("'")} & parts for one in said.split())


def _put_down(said: str, employee: Person, read: DatesRead) -> Fact | None:
    if not read.spans or not _PUT_DOWN.search(said) or _OWN.search(said):
        return None
    return f.Refused(Refusal(Rule.ASKED_BY_THEMSELVES, passage_id="ramme-koordinering", who=employee.first_name))


def _without(text: str, read: DatesRead) -> str:
    rest = list(text)
    for start, end in read.spans:
        rest[start:end] = " " * (end - start)
    return " ".join("".join(rest).split())
