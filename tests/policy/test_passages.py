"""Every word of the policy is in some passage, and every passage is the policy's own words."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from policy.handbook import Kind
from policy.load import load_handbook

SOURCE = Path(__file__).parents[2] / "../shared/data/policy-nyborg-da.txt"
WORD_LIST = Path(__file__).parent / "policy_words.tsv"  # each word of the policy and how often it stands there
needs_source = pytest.mark.skipif(not SOURCE.exists(), reason="the policy's source text is not here")

LINK = re.compile(r"https?://\S+(?:(?<=-)\n\S+)*")
CONTENTS = re.compile(r"\n1\. Er arbejdspladsen klar.*?6\. Links til inspiration om hjemmearbejde", re.DOTALL)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def policy_text() -> str:
    """The text as it reads: no links and no page number, line-break hyphens joined, the word the PDF split mended."""
    text = LINK.sub("", SOURCE.read_text("utf-8")).replace("\n9 \n", "\n").replace("rumme lig", "rummelig")
    return re.sub(r"(?<=\w)-\n+(?=[a-zæøå])", "", text)


def all_passages() -> str:
    handbook = load_handbook()
    headings = {heading for passage in handbook.passages.values() for heading in passage.path}
    return "\n".join([*headings, *(LINK.sub("", passage.text) for passage in handbook.passages.values())])


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())


@needs_source
def test_the_kept_word_list_is_the_sources():
    kept = [line.split("\t") for line in WORD_LIST.read_text("utf-8").splitlines()]
    assert {word: int(count) for word, count in kept} == dict(words(policy_text()))


def test_every_word_is_in_the_passages_as_often_as_in_the_policy():
    kept = [line.split("\t") for line in WORD_LIST.read_text("utf-8").splitlines()]
    have = words(all_passages())
    assert len(kept) > 850
    assert {word: (count, have[word]) for word, count in kept if have[word] < int(count)} == {}


@needs_source
def test_every_line_of_every_passage_stands_in_the_policy_word_for_word():
    text = policy_text()
    source = squeezed(text) + squeezed(CONTENTS.sub("", text))  # the contents box breaks a sentence in two
    lines = [line for passage in load_handbook().passages.values() for line in LINK.sub("", passage.text).split("\n")]
    assert [line for line in lines if squeezed(line) not in source] == []


@needs_source
def test_every_link_of_the_policy_is_in_a_passage_whole():
    source = "".join(SOURCE.read_text("utf-8").split()).replace("-", "")
    links = [link for passage in load_handbook().passages.values() for link in LINK.findall(passage.text)]
    assert len(links) == 15
    assert [link for link in links if link.replace("-", "") not in source] == []


def test_the_94_known_passages_keep_their_place_and_say_what_they_are():
    passages = load_handbook().passages
    assert len(passages) >= 94
    assert all(1 <= passage.page <= 14 and passage.text == passage.text.strip() for passage in passages.values())
    assert passages["krav-plads"].page == 8  # "vejledningen på side 8", says the policy
    assert passages["sund-udstyr"].page == 4  # "på side 4 vedrørende krav fra Arbejdstilsynet"
    assert passages["tema-kerneopgave"].page == 9
    assert passages["bilag-felter"].page == 14
    assert passages["insp-syg"].kind is Kind.DISCUSSION
    assert passages["ramme-ret"].kind is Kind.RULE
    assert passages["raad-stilling"].kind is Kind.ADVICE
    assert passages["bilag-felter"].kind is Kind.FORM_FIELD


def test_lists_keep_their_lines():
    passages = load_handbook().passages
    assert len(passages["formaal"].text.split("\n")) == 6
    assert len(passages["links"].text.split("\n")) == 13
    assert passages["godt-liste"].text.split("\n")[1] == "Effektivitet"
    assert "samarbejds- og informationsformer" in passages["intro-2"].text
