"""The people of the town."""

from __future__ import annotations

from bot.demo.town import chat_of, load_town
from domain.people import Role


def test_the_town_has_who_the_journeys_need() -> None:
    town = load_town()
    part = {one.name: town.part_of(one) for one in town.people}
    assert part["Anna Holm"] == part["Bo Skovgaard"] == "Medarbejder"
    assert part["Lars Vestergaard"] == part["Ole Dam"] == "Leder"
    assert (part["Dorte Lund"], part["Hanne Bruun"], part["Mette Friis"]) == ("Stedfortræder", "HR", "Direktør")
    by_name = {one.name: one for one in town.people}
    assert by_name["Lars Vestergaard"].deputy_id == by_name["Dorte Lund"].id
    assert by_name["Anna Holm"].leader_id == by_name["Lars Vestergaard"].id
    assert Role.HR in by_name["Hanne Bruun"].roles


def test_a_chat_is_its_persons() -> None:
    town = load_town()
    assert [town.in_chat(chat_of(one)) for one in town.people] == list(town.people)
    assert town.in_chat("a:nobody") is None
    assert town.find("nobody") is None
