"""Working time for getting to a physical meeting on a home day: the form, the sum and the policy's words."""

from __future__ import annotations

from microsoft_teams.cards import TextInput

from cards.actions import press
from cards.buttons import input_id
from cards.drawn import Drawn
from cards.frame import Part, heading, line, listing, quiet, said_only, sheet, shown_only
from cards.literal import literal
from cards.quotation import policy_says
from cards.setting import Setting
from domain.commands import ShowTransport, WorkOutTransport
from domain.facts import TransportTime
from domain.transport import MOST_MINUTES, PASSAGES, WorkingTime

LONGEST_TYPED = 20


def draw_transport(fact: TransportTime, setting: Setting) -> Drawn:
    """Draw the answer with its sum, or the form that asks for the two times."""
    t = setting.words.t
    title = heading(t("Working time for travelling to a meeting"))
    if fact.worked_out is not None:
        another = press(t("Work out another"), ShowTransport())
        return sheet(title, *_worked_out(fact.worked_out, setting), actions=[another])
    return sheet(
        title,
        line(t("How long does it take to get to the meeting on the home day? One way, in minutes.")),
        line(_unclear(setting)) if fact.unclear else None,
        shown_only(*_inputs(fact, setting)),
        said_only(t('Write on the card, or for example "transport 25 40".')),
        policy_says(PASSAGES[0], setting),
        actions=[press(t("Work it out"), WorkOutTransport(), "positive")],
    )


def _worked_out(time: WorkingTime, setting: Setting) -> list[Part | None]:
    t, n = setting.words.t, setting.words.n
    minutes = n(
        "{count} minute counts as working time, one way.",
        "{count} minutes count as working time, one way.",
        time.counted,
    )
    why = t(
        "The journey takes {actual} minutes, and it takes {workplace} minutes from the workplace: "
        "the smaller of the two counts.",
        actual=time.actual,
        workplace=time.from_workplace,
    )
    bounds = [
        t(
            "The journey between home and workplace gives no working time, "
            "and municipal cars cannot be used with home work."
        ),
        t("Meetings with people from outside are not held in the home."),
    ]
    kept = t("Nothing is kept: register the working time where you usually do.")
    said = [policy_says(passage_id, setting) for passage_id in PASSAGES]
    return [line(minutes), line(why), listing(bounds), quiet(kept), *said]


def _unclear(setting: Setting) -> str:
    return setting.words.t("I need both times as whole minutes, from 0 to {most}.", most=MOST_MINUTES)


def _inputs(fact: TransportTime, setting: Setting) -> list[TextInput]:
    t = setting.words.t
    fields = {
        "actual": (t("From home to the meeting, in minutes"), fact.actual),
        "from_workplace": (t("From the workplace to the meeting, in minutes"), fact.from_workplace),
    }
    return [
        TextInput(
            id=input_id(field),
            label=label,
            value=literal(typed[:LONGEST_TYPED]) or None,
            max_length=LONGEST_TYPED,
            is_required=True,
            error_message=t("Write the minutes, for example 25."),
        )
        for field, (label, typed) in fields.items()
    ]
