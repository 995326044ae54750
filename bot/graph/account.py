"""A user as Microsoft Graph writes one down, read into what is kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from domain.directory import Account
from domain.people import Language

# What is asked for, and no more: docs/data-protection.md names each with its reason.
SELECT = (
    "id,displayName,mail,userPrincipalName,department,officeLocation,preferredLanguage,accountEnabled,userType,manager"
)
MANAGER = "manager@delta"
LONGEST = 200  # as in the people file
_MEMBER = "member"


class Unfamiliar(Exception):
    """A change of somebody who was never described: what is known is not whole, and is to be read anew."""


def account_after(raw: Mapping[str, Any], before: Account | None) -> Account | None:
    """Return the user after what Graph says; None for guests, closed accounts and who was deleted.

    Absent means unchanged.

    https://learn.microsoft.com/graph/api/user-delta. Raises Unfamiliar and, where there is no id, KeyError.
    """
    if "@removed" in raw or str(raw.get("userType") or _MEMBER).casefold() != _MEMBER:
        return None
    if raw.get("accountEnabled") is False:
        return None
    held = before or Account(str(raw["id"]).lower())
    name = _text(raw, "displayName", held.name) or _text(raw, "userPrincipalName", "")
    if not name:
        raise Unfamiliar
    return replace(
        held,
        name=name,
        email=_text(raw, "mail", held.email) or _text(raw, "userPrincipalName", ""),
        leader_id=_manager(raw, held.leader_id),
        department=_text(raw, "department", held.department),
        workplace=_text(raw, "officeLocation", held.workplace),
        language=_language(raw, held.language),
    )


def names_manager(raw: Mapping[str, Any]) -> bool:
    """Return whether this says who the manager is, or that there is none."""
    return MANAGER in raw


def _text(raw: Mapping[str, Any], field: str, before: str) -> str:
    if field not in raw:
        return before
    words = " ".join(str(raw[field] or "").split())  # a name on a card has one line
    return "".join(one for one in words if one.isprintable())[:LONGEST]


def _language(raw: Mapping[str, Any], before: Language | None) -> Language | None:
    """Return one of ours by the first part of what is set (da-DK, en-GB); None for none and for all others."""
    if "preferredLanguage" not in raw:
        return before
    word = str(raw["preferredLanguage"] or "").partition("-")[0].casefold()
    return Language(word) if word in set(Language) else None


def _manager(raw: Mapping[str, Any], before: str | None) -> str | None:
    """Return the manager's id: a list where an old one may stand as removed beside the new one."""
    if MANAGER not in raw:
        return before
    named = [one for one in raw[MANAGER] or () if "@removed" not in one and one.get("id")]
    return str(named[-1]["id"]).lower() if named else None
