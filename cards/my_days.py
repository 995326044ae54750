"""One's own home days to come, and all that is stored about oneself."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import press
from cards.checklist_buttons import open_own
from cards.day_words import in_order, names
from cards.drawn import Drawn
from cards.frame import Part, beneath, heading, line, quiet, said_only, sheet, strong
from cards.my_request import rows, withdrawals
from cards.radar import outlook_part
from cards.setting import Setting
from domain.commands import FetchData, ShowFeeds, ShowPreferences
from domain.facts import MyData, MyDays

MOST_SHOWN = 60
MOST_LATE = 12
MOST_CANCELLED = 4  # and the calendar and the settings make six


def draw_my_days(fact: MyDays, setting: Setting) -> Drawn:
    """Draw the days with their state, the way to cancel them, the calendar and the settings."""
    t = setting.words.t
    days = in_order(fact.days)
    if not days:
        empty = t('You have no home days to come. Write for example "home on Thursday".')
        return sheet(
            heading(t("My home days")),
            line(empty),
            outlook_part(fact.outlook, setting, open_own(setting)),
            actions=_rest(setting),
        )
    return sheet(
        heading(t("My home days")),
        rows(days[:MOST_SHOWN], names(setting, *fact.people), setting),
        _more(len(days) - MOST_SHOWN, setting),
        outlook_part(fact.outlook, setting, open_own(setting)),
        *_late(fact, setting),
        said_only(t('Write for example "cancel my home day on Thursday".')),
        actions=_rest(setting) + withdrawals(days, None, setting, MOST_CANCELLED),
    )


def draw_my_data(fact: MyData, setting: Setting) -> Drawn:
    """Draw what is stored about a person: how much of each kind, and the days themselves."""
    t = setting.words.t
    days = in_order(fact.days)
    most: dict[str, int] = {}  # two columns may name the same person in the same rows: they are one line
    for table, rows_there in fact.tables:
        what = kept(table, setting)
        most[what] = max(rows_there, most.get(what, 0))
    counts = [line(f"{what}: {setting.words.number(many)}", "Small") for what, many in most.items()]
    return sheet(
        heading(t("What is stored about you")),
        beneath(t("{name}, {when}", name=fact.person.name, when=setting.moment(fact.made_at))),
        *counts,
        strong(t("Your home days, a year back and from today on")) if days else None,
        rows(days[-MOST_SHOWN:], names(setting), setting) if days else None,
        _more(len(days) - MOST_SHOWN, setting),
        quiet(t('Write "delete my data" to have it deleted, and "my data as a file" to have a copy of it all.')),
        actions=[press(t("Get it as a file"), FetchData(), alone=True)],
    )


def kept(table: str, setting: Setting) -> str:
    """Return what a table holds, in words; the part after the dot is how others' rows name the person."""
    t = setting.words.t
    known = {
        "person": t("You in the directory"),
        "graph_person": t("You in Microsoft's directory"),
        "home_day": t("Home days"),
        "conversation": t("Chats with me"),
        "sent_card": t("Cards that I keep up to date"),
        "delivery": t("Messages that I have sent you"),
        "feed": t("Calendar address"),
        "calendar_entry": t("Days in Outlook"),
        "workplace_list": t("Checklists of your home workplace"),
        "preferences": t("Your own settings"),
        "advice": t("Advice that I sent you"),
        "discussion_reply": t("What you answered before talks about home work"),
        "notice_setting": t("When you want to hear from me"),
        "agreement": t("Agreements on fixed days"),
        "agreement_version": t("Wordings of agreements"),
        "agreement_paper": t("Agreements as documents"),
        "assessment": t("The team's APV checklist"),
        "assessment_change": t("Changes to the APV checklist"),
        "audit": t("The audit trail"),
        "broadcast": t("Messages to many"),
        "discussion": t("Rounds of questions to the team"),
        "leaving": t("Leaving"),
        "local_frame": t("The team's frames"),
        "policy_version": t("Versions of the policy"),
        "hr_answer": t("HR's answers"),
        "equipment": t("Equipment that was handed out"),
        "receiver": t("What was sent to everybody"),
        "question": t("Questions that you sent to HR"),
        "download": t("Links to files"),
        "stranger": t("That you wrote to me before I knew you"),
    }
    name, _, mention = table.partition(".")
    return t("{what}, where you are named", what=known.get(name, name)) if mention else known.get(name, name)


def _more(count: int, setting: Setting) -> Part | None:
    if count <= 0:
        return None
    return quiet(setting.words.n("And {count} day more.", "And {count} days more.", count))


def _late(fact: MyDays, setting: Setting) -> list[Part]:
    """Return what of the approved days is not in Outlook."""
    words = setting.words
    found = []
    if fact.not_in_outlook:
        days = words.listed([words.short_day(on, setting.today) for on in fact.not_in_outlook[:MOST_LATE]])
        found.append(quiet(words.t("Not in Outlook yet: {days}. I keep trying.", days=days)))
    if fact.never_in_outlook:
        days = words.listed([words.short_day(on, setting.today) for on in fact.never_in_outlook[:MOST_LATE]])
        found.append(
            line(
                words.t(
                    "Could not be put into Outlook: {days}. Put it in yourself, or ask HR and Personnel.", days=days
                )
            )
        )
    return found


def _rest(setting: Setting) -> list[Action]:
    t = setting.words.t
    return [press(t("Calendar"), ShowFeeds(), alone=True), press(t("My settings"), ShowPreferences(), alone=True)]
