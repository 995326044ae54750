"""The nineteen things that people want from the bot."""

from __future__ import annotations

from enum import StrEnum


class Intent(StrEnum):
    """What somebody wants, by what they wrote."""

    ASK_POLICY = "ask_policy"
    MARK_DAYS = "mark_days"
    SHOW_MY_DAYS = "show_my_days"
    CANCEL_OWN_DAY = "cancel_own_day"
    WHO_IS_HOME = "who_is_home"
    TEAM_OVERVIEW = "team_overview"
    APPROVE = "approve"
    DECLINE = "decline"
    CANCEL_EMPLOYEE_DAY = "cancel_employee_day"
    LOCAL_RULES = "local_rules"
    START_CHECKLIST = "start_checklist"
    START_AGREEMENT = "start_agreement"
    TRANSPORT_TIME = "transport_time"
    BROADCAST = "broadcast"
    EXPORT_MY_DATA = "export_my_data"
    DELETE_MY_DATA = "delete_my_data"
    HELP = "help"
    GREETING_THANKS = "greeting_thanks"
    OUT_OF_SCOPE = "out_of_scope"


class Role(StrEnum):
    """The part in which somebody writes. Leading follows from who names you, HR from the directory."""

    EMPLOYEE = "employee"
    LEADER = "leader"
    HR = "hr"

    @staticmethod
    def of(written: str) -> Role:
        """Return the role by its name; anything unknown counts as employee."""
        return Role(written) if written in set(Role) else Role.EMPLOYEE
