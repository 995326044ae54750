"""What the documents point to is there: pages, headings, pictures, files of the house."""

from __future__ import annotations

import re

import pytest

from tests.docs.reading import PAGES, ROOT, TODAY, slug, snippets, text_of

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FOLDERS = "bench|bot|cards|deploy|dialogs|docs|domain|manifest|policy|requirements|storage|tests"
FILE = re.compile(rf"(?:{FOLDERS})/[\w./-]*")
MADE = {"deploy/.env"}  # by whoever starts the composition


def headings(text: str) -> set[str]:
    return {slug(one) for one in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def broken(page: str) -> list[str]:
    """Return the links of a page that lead nowhere; what stands outside the house is not asked."""
    found = []
    for link in LINK.findall(text_of(page)):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, heading = link.partition("#")
        there = (ROOT / page).parent / path if path else ROOT / page
        if not there.exists() or (
            heading and heading not in {slug(one) for one in re.findall(r"^#+ (.+)$", there.read_text(), re.MULTILINE)}
        ):
            found.append(link)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_each_link_leads_somewhere(page: str) -> None:
    assert broken(page) == []


@pytest.mark.parametrize("page", TODAY)
def test_each_file_that_is_named_is_there(page: str) -> None:
    named = {word for snippet in snippets(page) for word in re.split(r"[\s,;:()]", snippet) if FILE.fullmatch(word)}
    assert {word for word in named if not (ROOT / word.rstrip("/.")).exists()} - MADE == set()


def test_every_page_is_reached_from_the_readme() -> None:
    seen, ahead = set(), ["README.md"]
    while ahead:
        page = ahead.pop()
        if page in seen or page not in PAGES:
            continue
        seen.add(page)
        for link in LINK.findall(text_of(page)):
            there = ((ROOT / page).parent / link.partition("#")[0]).resolve()
            if there.is_relative_to(ROOT):
                ahead.append(there.relative_to(ROOT).as_posix())
                ahead.extend(one for one in PAGES if there.is_dir() and (ROOT / one).parent == there)
    assert set(PAGES) - seen == set()


def test_decisions_are_numbered_one_after_the_other() -> None:
    numbers = [int(page.rpartition("/")[2][:4]) for page in PAGES if page.startswith("docs/decisions/")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_glossary_explains_each_word_once() -> None:
    rows = [line.split(" | ") for line in text_of("docs/glossary.md").splitlines() if line.startswith("| ")]
    words = [row[0].strip("| ") for row in rows if row[0].strip("| ") != "word"]
    assert sorted({one for one in words if words.count(one) > 1}) == []


def test_the_tree_of_the_readme_names_every_folder_that_is_there() -> None:
    tree = text_of("README.md").split("```\nbot/")[1].split("```")[0]
    named = {f"bot/{name}" for name in re.findall(r"^  (\w+)/", tree, re.MULTILINE)}
    named |= {"bot"} | set(re.findall(r"^(\w+)/", tree, re.MULTILINE))
    rooms = {
        path.parent.relative_to(ROOT).as_posix()
        for path in (*ROOT.glob("*/__init__.py"), *ROOT.glob("bot/*/__init__.py"))
    }
    assert rooms - named == set()
    assert {name for name in named if not (ROOT / name).is_dir()} == set()
