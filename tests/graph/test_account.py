"""A user as Graph writes one down: what is missing, null, odd or hostile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.graph.account import SELECT, Unfamiliar, account_after
from domain.directory import Account
from domain.people import Language

ANNA = Account("anna", "Anna Holm", "anna@n.dk", "lars", "Drift", "Rådhuset", Language.DANISH)


def after(before: Account | None = ANNA, **said: Any) -> Account | None:
    return account_after({"id": "ANNA", **said}, before)


def test_what_is_absent_stays_and_what_is_null_is_gone() -> None:
    assert after() == ANNA
    said = after(department=None, officeLocation=None, preferredLanguage=None, mail=None, **{"manager@delta": []})
    assert said == Account("anna", "Anna Holm", "")


def test_an_account_without_a_mailbox_is_known_by_its_sign_in_name() -> None:
    assert after(None, displayName="Bo", userPrincipalName="bo@n.dk") == Account("anna", "Bo", "bo@n.dk")
    assert after(None, displayName="", userPrincipalName="bo@n.dk") == Account("anna", "bo@n.dk", "bo@n.dk")


@pytest.mark.parametrize(
    "said", [{"userType": "Guest"}, {"accountEnabled": False}, {"@removed": {"reason": "changed"}}]
)
def test_guests_closed_accounts_and_deleted_ones_are_none(said: dict[str, Any]) -> None:
    assert after(**said) is None
    assert after(None, **said) is None


@pytest.mark.parametrize("said", [{"userType": None}, {"userType": "Member"}, {"accountEnabled": None}])
def test_what_graph_leaves_open_is_an_employee(said: dict[str, Any]) -> None:
    assert after(**said) == ANNA


def test_of_two_managers_the_removed_one_does_not_count() -> None:
    both = [{"id": "OLE"}, {"id": "lars", "@removed": {"reason": "deleted"}}]
    assert after(**{"manager@delta": both}) == replace(ANNA, leader_id="ole")
    assert after(**{"manager@delta": both[1:]}) == replace(ANNA, leader_id=None)


def test_a_name_has_one_line_and_an_end() -> None:
    said = after(displayName=" Anna\r\n\x00Holm\u202e ", department="x" * 1000)
    assert said is not None
    assert (said.name, len(said.department)) == ("Anna Holm", 200)


@pytest.mark.parametrize(("said", "language"), [("en-GB", "en"), ("DA", "da"), ("pl-PL", None), ("", None)])
def test_a_language_is_one_of_ours_or_not_said(said: str, language: str | None) -> None:
    found = after(preferredLanguage=said)
    assert found is not None
    assert found.language == language


def test_who_was_never_described_makes_the_reading_begin_anew() -> None:
    with pytest.raises(Unfamiliar):
        after(None, department="Drift")


def test_no_more_is_asked_for_than_is_written_in_the_document_on_data_protection() -> None:
    document = (Path(__file__).parents[2] / "docs/data-protection.md").read_text(encoding="utf-8")
    assert [field for field in SELECT.split(",") if f"`{field}`" not in document] == []
