"""When and in which language people are written to: looked at and kept."""

from __future__ import annotations

from dataclasses import replace

from bot.minds import now_here
from bot.usecases.ports import Desk
from bot.usecases.quieting import plan_anew
from domain.commands import ChooseLanguage, SaveNotices, WantAdvice
from domain.facts import MyNotices
from domain.notice_settings import NoticeProblem, NoticeSettings, TypedHours, with_hours
from domain.people import Language
from storage import notice_settings, people


def show_notices(desk: Desk) -> MyNotices:
    """Return one's own settings."""
    return MyNotices(notice_settings.find(desk.session, desk.by.id), desk.by.language)


def save_notices(command: SaveNotices, desk: Desk) -> MyNotices:
    """Keep what the card shows, and plan anew what waits; hours that cannot be read are shown again as typed."""
    before = notice_settings.find(desk.session, desk.by.id)
    typed = TypedHours(command.quiet_from, command.quiet_to)
    after = with_hours(before, typed, free_days=command.free_days == "yes")
    if isinstance(after, NoticeProblem):
        return MyNotices(before, desk.by.language, typed=typed, problem=after)
    return _keep(desk, before, replace(after, advice=command.advice == "yes"), command.language)


def choose_language(command: ChooseLanguage, desk: Desk) -> MyNotices:
    """Speak this language to whoever asks for it, from the answer on."""
    before = notice_settings.find(desk.session, desk.by.id)
    return _keep(desk, before, before, command.language)


def want_advice(command: WantAdvice, desk: Desk) -> MyNotices:
    """Send advice on home days, or none any more."""
    before = notice_settings.find(desk.session, desk.by.id)
    return _keep(desk, before, replace(before, advice=command.wanted), desk.by.language)


def _keep(desk: Desk, before: NoticeSettings, after: NoticeSettings, language: Language) -> MyNotices:
    if after != before:
        notice_settings.save(desk.session, desk.by.id, after)
    if after.quiet != before.quiet:
        plan_anew(desk.session, desk.by.id, after.quiet, now_here())
    if language is not desk.by.language:
        people.choose_language(desk.session, desk.by.id, language)
    return MyNotices(after, language, saved=True)
