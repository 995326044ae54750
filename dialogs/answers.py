"""What a message answers, seen from what was awaited."""

from __future__ import annotations

from dialogs.awaiting import Awaiting, Choice, wanted
from dialogs.dates.days_read import DatesRead
from dialogs.employee_days import employee_days
from dialogs.following import follows
from dialogs.intents.intent import Intent
from dialogs.names import named
from dialogs.reasons import as_reason, parted
from dialogs.replies import Reply, is_mild, number_of, presses, reply_of
from dialogs.scene import Scene
from dialogs.spelling import fold, vocabulary, words
from dialogs.understood import RULED, Understood
from dialogs.wishes import Outcome, with_dates
from domain import commands as c
from domain.facts import Greeting, Stop, Stopped
from domain.home_days import WantedDay

# words that may stand around a date which answers a question
_AROUND = vocabulary(
    "nej ja jo ok okay i stedet for hellere heller gerne men sa jeg mener mente undskyld sorry kun bare det er "
    "var den de på om til skal være kan vi sige gøre tag tager vælg vælger ej oh hov ups også og plus samt vil "
    "helst alligevel ikke no yes rather instead make it only just i mean meant on the also and please tak ret "
    "retter andre andret rettes blive bliver dagen datoen hele dag jamen nok a u øh hmm ah nå hvad med what about"
)
_ALL = vocabulary("alle all dem begge det hele everything both")
_ADDING = vocabulary("ogsa og plus samt also and")
# these speak for themselves when they are certain, whatever was asked; other words may well be a reason
# no reason begins so; nor, where a day is named, with an order
_ASKING = vocabulary("hvem hvad hvor hvornår hvordan hvorfor hvilke hvilken who what when where how why which")
_ORDERING = vocabulary("aflys annuller slet drop flyt godkend afvis cancel move approve decline")
_PLAIN = frozenset({Intent.SHOW_MY_DAYS, Intent.EXPORT_MY_DATA, Intent.DELETE_MY_DATA, Intent.WHO_IS_HOME})


def answered(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    """Return what a message leads to as an answer, or None when it starts something new."""
    for attempt in _UNASKED if awaiting.unasked else _ASKED:
        outcome = attempt(text, awaiting, understood, scene)
        if outcome is not None:
            return outcome
    return None


def _chosen(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    number = number_of(text, len(awaiting.choices))
    if number is not None:
        return awaiting.choices[number].command
    if awaiting.choices and text.strip(" .").isdigit():
        return Stopped(Stop.NOTHING_PENDING)  # no such number
    fitting = [one for one in awaiting.choices if _fits(text, one, understood.read)]
    if len(fitting) == 1 and (understood.certainty < 1 or understood.read.spans or len(words(text)) <= 4):
        return fitting[0].command
    return None


def _fits(text: str, choice: Choice, read: DatesRead) -> bool:
    if read.spans and not _beside_dates(text, read):
        meant = _dates_of(choice.command)
        return bool(meant) and bool(meant & set(read.dates))
    said = {word.removesuffix("s") for word in words(text)} - _AROUND
    return bool(said) and said <= {word.removesuffix("s") for word in words(choice.words)}


def _dates_of(command: c.Command) -> set[object]:
    match command:
        case c.ProposeDays():
            return {day.on for day in command.days}
        case c.ProposeWithdrawal() | c.ProposeCancellation() | c.ProposeTeamCancellation():
            return set(command.dates)
        case c.WhoIsHome() | c.PickReplacement():
            return {command.on}
        case _:
            return set()


def _pressed(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    if isinstance(awaiting.no, c.DeclineDays) and (presses(text, awaiting.no) or _says_why(text)):
        return awaiting.no.model_copy(update={"reason": _why(text)})
    if awaiting.everything is not None and presses(text, awaiting.everything) and set(words(text)) & _ALL:
        return awaiting.everything
    if "hr" in words(text) and presses(text, awaiting.to_hr):
        return awaiting.to_hr
    if presses(text, awaiting.yes):
        return awaiting.yes
    return awaiting.no if isinstance(awaiting.no, (c.RateAnswer, c.NoneFits)) and presses(text, awaiting.no) else None


def _says_why(text: str) -> bool:
    head, reason = parted(text)
    return bool(reason) and set(words(head)) <= {"nej", "afvis", "afviser", "no", "decline", "afvist", "afslag"}


def _why(text: str) -> str:
    return parted(text)[1]


def _changed(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    """Return the days shown with the half that was named, or with a day more."""
    read = understood.read
    if not awaiting.days or _beside_dates(text, read):
        return None
    if not read.days and (read.half is not None or "hele dag" in fold(text) or "whole day" in fold(text)):
        return c.ProposeDays(days=tuple(c.Wanted(on=day.on, half=read.half) for day in awaiting.days))
    if read.days and read.error is None and set(words(text)) & _ADDING and words(text)[0] in _ADDING:
        shown = tuple(WantedDay(day.on, day.half) for day in awaiting.days)
        return c.ProposeDays(days=wanted(tuple(dict.fromkeys(shown + read.days))))
    return None


def _dated(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    read = understood.read
    if not (awaiting.dated or awaiting.days) or not read.spans or _beside_dates(text, read):
        return None
    return with_dates(awaiting.dated, read)


def _beside_dates(text: str, read: DatesRead) -> set[str]:
    """Return the words that stand beside the dates and mean something of their own."""
    rest = list(text)
    for start, end in read.spans:
        rest[start:end] = " " * (end - start)
    return set(words("".join(rest))) - _AROUND - {"formiddag", "eftermiddag", "morning", "afternoon", "halv", "half"}


def _short(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    match reply_of(text):
        case Reply.YES:
            return _yes(text, awaiting, scene)
        case Reply.NO:
            return awaiting.no or Stopped(Stop.NOTHING_PENDING)
        case Reply.STOP:
            return _stop(awaiting, understood)
        case Reply.THANKS:
            return Greeting(scene.by, thanks=True)
        case _:
            return None


def _short_unasked(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    reply = reply_of(text)
    if reply is Reply.THANKS:
        return Greeting(scene.by, thanks=True)
    if reply is not None and isinstance(awaiting.yes, c.ApproveDays):
        return c.ShowWaiting()  # shown again, it is asked
    return Stopped(Stop.NOTHING_PENDING) if reply is not None else None


def _yes(text: str, awaiting: Awaiting, scene: Scene) -> Outcome:
    if awaiting.yes is not None:
        return awaiting.yes
    if awaiting.reasoned is not None:
        return awaiting.reasoned  # the form again: it asks for the reason
    return Greeting(scene.by, thanks=True) if is_mild(text) else Stopped(Stop.NOTHING_PENDING)


def _stop(awaiting: Awaiting, understood: Understood) -> Outcome | None:
    if awaiting.yes is not None or awaiting.no is not None or awaiting.reasoned is not None:
        return c.LetGo()
    if len(awaiting.choices) == 1:
        return awaiting.choices[0].command
    if awaiting.choices or understood.certainty == 1:
        return None  # "fortryd" with nothing open is a wish of its own
    return Stopped(Stop.NOTHING_PENDING)


def _reasoned(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    if not isinstance(awaiting.reasoned, (c.ProposeCancellation, c.ProposeTeamCancellation)):
        return None
    if "?" in text or understood.certainty == 1 or (understood.intent in _PLAIN and understood.certainty >= RULED):
        return None
    if _ASKING & set(words(text)[:1]) or (_ORDERING & set(words(text)[:1]) and understood.read.spans):
        return None
    if _speaks_of_another(text, understood, scene) or employee_days(text, understood.read, scene) is not None:
        return None
    _, reason = parted(text)
    return awaiting.reasoned.model_copy(update={"reason": reason or as_reason(text)})


def _speaks_of_another(text: str, understood: Understood, scene: Scene) -> bool:
    """Return whether a text that names an employee is a wish of its own: "nej, Bo i stedet", "godkend Annas fredag".

    "Anna skal dække for Bo" names no day: it is the reason.
    """
    if not named(text, scene.leads).people:
        return False
    if understood.intent is Intent.CANCEL_EMPLOYEE_DAY:
        return bool(understood.read.spans) or reply_of(words(text)[0]) is Reply.NO or understood.certainty >= RULED
    decides = understood.intent in (Intent.APPROVE, Intent.DECLINE)
    return decides and (bool(understood.read.spans) or understood.certainty >= RULED)


def _following(text: str, awaiting: Awaiting, understood: Understood, scene: Scene) -> Outcome | None:
    if not awaiting.asked or not follows(text, understood):
        return None
    return c.Ask(question=text[: c.LONGEST_QUESTION], before=awaiting.asked)


_ASKED = (_chosen, _following, _pressed, _changed, _dated, _short, _reasoned)
_UNASKED = (_pressed, _short_unasked)
