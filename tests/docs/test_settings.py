"""Every setting stands in docs/settings.md with its default, and no document names one that is not there."""

from __future__ import annotations

import re

import pytest

from bot.settings import Settings
from tests.docs.reading import ROOT, TODAY, text_of

OURS = {name.upper() for name in Settings.model_fields}
CELLS = [
    [cell.strip().strip("`") for cell in line.strip().strip("|").split(" | ")]
    for line in text_of("docs/settings.md").splitlines()
    if line.startswith("| `")
]
ROWS = {cells[0]: cells for cells in CELLS}
OF_THE_TESTS = {"PICTURES"}  # read by tests/browser, not by the bot
NAMED = re.compile(r"HJEMMEBOT_([A-Z][A-Z_]*[A-Z])(?![A-Z_])")


def test_the_page_and_the_code_name_the_same_settings() -> None:
    assert set(ROWS) == OURS


@pytest.mark.parametrize("name", sorted(OURS))
def test_the_default_on_the_page_is_that_of_the_code(name: str) -> None:
    field = Settings.model_fields[name.lower()]
    default = field.get_default()
    told = ROWS[name][2]
    if field.default_factory is not None:
        assert told == "the host's name"
    elif default in (None, "") or str(default) == "":
        assert told == "empty" or told.startswith("http://HOST:PORT/")  # follows from the others
    else:
        plain = default[0] if isinstance(default, tuple) else getattr(default, "value", default)
        assert told == (str(plain).lower() if isinstance(plain, bool) else f"{plain}")


@pytest.mark.parametrize("page", [*TODAY, ".env.example", "deploy/compose.yaml", "deploy/Dockerfile", "Makefile"])
def test_no_page_names_a_setting_that_is_not_there(page: str) -> None:
    assert set(NAMED.findall(text_of(page))) <= OURS | OF_THE_TESTS


def test_code_reads_settings_in_one_place() -> None:
    rooms = ("bot", "cards", "dialogs", "domain", "manifest", "policy", "storage")
    read = [
        path.relative_to(ROOT).as_posix()
        for room in rooms
        for path in (ROOT / room).rglob("*.py")
        if re.search(r"(environ|getenv).*HJEMMEBOT", path.read_text(encoding="utf-8"))
    ]
    assert read == []


def test_the_addresses_of_another_cloud_are_settings_that_the_bot_takes() -> None:
    lines = re.findall(r"^    HJEMMEBOT_(\w+)=(https://\S+)$", text_of("docs/settings.md"), re.MULTILINE)
    assert {name for name, _ in lines} == {name for name in OURS if re.search(r"_URLS?$|_RESOURCE$", name)} - {
        "CALENDAR_URL",
        "DATABASE_URL",
        "JUDGE_URL",
    }
    for name, value in lines:
        taken = getattr(Settings(_env_file=None, **{name.lower(): value}), name.lower())  # type: ignore[arg-type]
        assert taken in (value, (value,))


def test_no_address_of_microsofts_stands_in_the_code_but_as_a_default() -> None:
    address = re.compile(
        r"https://[\w.]*(?:microsoft|microsoftonline|botframework|trafficmanager)\.(?:com|net)[^\s\"')]*"
    )
    known = {one for name in Settings.model_fields if (one := Settings.model_fields[name].get_default())}
    known |= {"https://api.botframework.com", *Settings.model_fields["service_urls"].get_default()}
    found = {
        (path.relative_to(ROOT).as_posix(), one)
        for room in ("bot", "cards", "dialogs", "domain", "policy", "storage")
        for path in (ROOT / room).rglob("*.py")
        for one in address.findall(path.read_text(encoding="utf-8"))
        if one not in known
        and "//learn.microsoft.com" not in one
        and not one.startswith("https://graph.microsoft.com/v1")
    }
    assert found == set()
