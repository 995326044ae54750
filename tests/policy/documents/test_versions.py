"""A new version keeps what is still there, names what is not, and says what it changes, word by word."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from policy.documents.block import Block
from policy.documents.cutting import new_version
from policy.documents.difference import Change, Fate, compared, differences
from policy.documents.doctor import Finding, diagnoses
from policy.examples import Example, load_examples
from policy.handbook import Handbook, Kind, Passage
from policy.load import load_handbook

WORDS = st.text(st.sampled_from("abæøå \n.,"), max_size=60)


def blocks(handbook: Handbook) -> list[Block]:
    found, path = [], ()
    for passage in handbook.passages.values():
        if passage.path != path:
            found += [Block(name, passage.page, depth + 1) for depth, name in enumerate(passage.path)]
            path = passage.path
        lines = passage.text.split("\n")
        found += [Block(line, passage.page, bullet=len(lines) > 1) for line in lines]
    return found


def told(before: Handbook, after: Handbook) -> dict[str, Change]:
    found = differences(before, after)
    return {(one.after or one.before).id: one.change for one in found if one.change is not Change.SAME}


def edited(passage_id: str, text: str) -> Handbook:
    running = load_handbook()
    one = replace(running.passages[passage_id], text=text)
    return replace(running, passages={**running.passages, passage_id: one})


def test_the_same_document_is_the_same_version() -> None:
    running = load_handbook()
    assert new_version(blocks(running), running, "1") == running


def test_a_word_more_is_that_passage_reworded_with_its_kind_and_without_its_english() -> None:
    running = load_handbook()
    text = running.passages["ramme-annullering"].text.replace("kort varsel", "en dags varsel")
    after = new_version(blocks(edited("ramme-annullering", text)), running, "2")
    assert told(running, after) == {"ramme-annullering": Change.REWORDED}
    assert after.passages["ramme-annullering"].kind is running.passages["ramme-annullering"].kind
    assert after.passages["ramme-annullering"].english == ""
    assert after.passages["ramme-ret"].english != ""


def test_a_point_more_in_a_list_stays_in_the_list() -> None:
    running = load_handbook()
    text = running.passages["formaal"].text + "\nGive plads til fordybelse"
    after = new_version(blocks(edited("formaal", text)), running, "2")
    assert told(running, after) == {"formaal": Change.REWORDED}
    assert after.passages["formaal"].text == text


def test_what_is_new_and_what_is_gone_are_told() -> None:
    running = load_handbook()
    fresh = "Den ansatte skal holde kameraet tændt ved interne møder."
    found = [block for block in blocks(running) if block.text != running.passages["ramme-biler"].text]
    at = next(n for n, block in enumerate(found) if block.text == running.passages["ramme-tid"].text)
    after = new_version([*found[: at + 1], Block(fresh, 3, bullet=True), *found[at + 1 :]], running, "2")
    changed = told(running, after)
    assert changed.pop("ramme-biler") is Change.GONE
    [(new, change)] = changed.items()
    assert change is Change.NEW
    assert (after.passages[new].text, after.passages[new].kind) == (fresh, Kind.DUTY)
    assert after.passages[new].path == running.passages["ramme-tid"].path


def test_what_stands_elsewhere_has_moved() -> None:
    running = load_handbook()
    found = [replace(block, page=block.page + 1) for block in blocks(running)]
    assert set(told(running, new_version(found, running, "2")).values()) == {Change.MOVED}


@given(st.lists(st.tuples(WORDS, st.integers(0, 3), st.booleans()), max_size=30))
def test_no_word_of_any_document_is_lost(parts: list[tuple[str, int, bool]]) -> None:
    found = [Block(text, 1, level, bullet) for text, level, bullet in parts]
    after = new_version(found, load_handbook(), "2")
    said = "".join("".join(one.text.split()) for one in after.passages.values())
    assert said == "".join("".join(text.split()) for text, level, _ in parts if not level)
    assert all(one.id == name for name, one in after.passages.items())


@given(WORDS, WORDS)
def test_what_was_compared_gives_both_texts(before: str, after: str) -> None:
    found = compared(before, after)
    assert "".join(one.text for one in found if one.fate is not Fate.ADDED) == before
    assert "".join(one.text for one in found if one.fate is not Fate.GONE) == after


def test_the_doctor_finds_the_policys_own_contradiction() -> None:
    found = diagnoses(load_handbook(), load_examples())
    assert found[0].finding is Finding.CONTRADICTION
    assert [one.id for one in found[0].passages] == ["apv-to-dage", "raad-indret"]
    assert all("om ugen" in words for words in found[0].words)
    undated = [one.passages[0].id for one in found if one.finding is Finding.UNDATED_LAW]
    assert "sund-ansvar" in undated
    assert not [one for one in found if one.finding is Finding.PLAIN_LINK]  # the policy links by https only


def test_the_doctor_finds_bare_links_and_what_nobody_asks() -> None:
    text = "Læs mere på http://at.dk og i lov nr. 268 af 2022."
    one = Passage("a", ("Links",), text, 1, Kind.LINK)
    handbook = Handbook("Nyborg Kommune", "Politik", "1", "", {"a": one})
    asked = [Example("a", "terse", f"hvor {n}?") for n in range(4)]
    found = {each.finding: each.words for each in diagnoses(handbook, asked)}
    assert found == {Finding.PLAIN_LINK: ("http://at.dk",), Finding.FEW_EXAMPLES: ("4",)}
