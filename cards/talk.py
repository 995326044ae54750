"""The first hello, the list of what can be done, and small talk."""

from __future__ import annotations

from microsoft_teams.cards import Action

from cards.actions import press
from cards.drawn import Drawn
from cards.frame import heading, line, listing, quiet, sheet, spoken, strong, together
from cards.setting import Setting
from domain.commands import ExportMyData, ShowHelp, ShowMyDays, ShowTeam, ShowWaiting, WhoIsHome
from domain.facts import Greeting, Help, Welcome


def draw_welcome(fact: Welcome, setting: Setting) -> Drawn:
    """Draw the first contact: what the bot does, that it is automatic, where data is kept."""
    t = setting.words.t
    whose = setting.words.owner(setting.handbook.municipality)
    municipality = setting.handbook.municipality
    return sheet(
        heading(t("Hello {name}. I am {whose} home-work bot.", name=fact.person.first_name, whose=whose)),
        line(
            t(
                "I answer from the policy, note your home days and tell you when something changes. "
                "The answers are automatic."
            )
        ),
        line(t('Write for example "home on Thursday" or "who pays for a chair?"')),
        quiet(
            t(
                "Your home days are kept with {municipality} and are seen by you, your leader and your team. "
                'Write "my data" to see all that is kept about you.',
                municipality=municipality,
            )
        ),
        actions=[press(t("What can you do?"), ShowHelp())],
    )


def draw_help(fact: Help, setting: Setting) -> Drawn:
    """Draw what this person can do, with examples to write."""
    t = setting.words.t
    return sheet(
        heading(t("What I can do for you")),
        line(t("Write as you would to a colleague. For example:")),
        listing(_for_all(setting)),
        together(strong(t("As a leader you can also write:")), listing(_for_leaders(setting))) if fact.leads else None,
        quiet(t("As HR you are the one I point to when the policy is silent.")) if fact.is_hr else None,
        listing(
            [
                t('"broadcast" – write to many, see who got it and who has confirmed'),
                t('"unanswered questions" – answer what the policy is silent on'),
                t('"audit trail" – who did what, and when'),
            ]
        )
        if fact.is_hr
        else None,
        quiet(t("The answers are automatic. HR and Personnel can help where I cannot.")),
        actions=_actions(fact, setting),
    )


def draw_greeting(fact: Greeting, setting: Setting) -> Drawn:
    """Say hello back, or you are welcome."""
    t = setting.words.t
    if fact.thanks:
        return spoken(t("You are welcome, {name}.", name=fact.person.first_name))
    return spoken(
        t("Hello {name}. What can I help with?", name=fact.person.first_name),
        t('Write for example "home on Thursday" or "who pays for a chair?"'),
    )


def _for_all(setting: Setting) -> list[str]:
    t = setting.words.t
    return [
        t('"who pays for a chair?" – an answer in the words of the policy'),
        t('"home on Thursday" – I ask your leader'),
        t('"my home days" – how your days stand'),
        t('"cancel my home day on Thursday" – I tell your leader'),
        t('"who is at home on Thursday?" – in your own team'),
        t('"what holds in our team?" – your own team\'s frames'),
        t('"checklist" – the requirements of your home workplace'),
        t('"my data" – all that is kept about you'),
    ]


def _for_leaders(setting: Setting) -> list[str]:
    t = setting.words.t
    return [
        t('"who waits for an answer?" – the requests that you have not answered'),
        t('"the team next week" – who is at home when'),
        t('"cancel Anna\'s home day on Thursday because of a staff meeting" – Anna is told at once'),
        t('"set frames" – what holds in your team, after the talk in MED'),
        t('"checklist for Anna", "ask everybody for the checklist" – their home workplaces'),
        t('"apv" – the APV checklist of your team'),
    ]


def _actions(fact: Help, setting: Setting) -> list[Action]:
    t = setting.words.t
    today = WhoIsHome(on=setting.today)
    leader = [
        press(t("Requests"), ShowWaiting()),
        press(t("The team this week"), ShowTeam(week_of=setting.today)),
    ]
    return [
        press(t("My home days"), ShowMyDays()),
        press(t("Who is at home today"), today),
        *(leader if fact.leads else []),
        press(t("My data"), ExportMyData()),
    ]
