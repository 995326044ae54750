"""The app package: what Microsoft's schema demands, and what it cannot say."""

from __future__ import annotations

import io
import json
import struct
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from manifest.build import AppFacts, build_package

SCHEMAS = Path(__file__).parents[2] / ".." / "shared" / "schemas"
APP_ID = "11111111-2222-3333-4444-555555555555"


def package(facts: AppFacts | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(build_package(facts or AppFacts(APP_ID)))) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


@pytest.mark.parametrize(
    ("member", "schema"),
    [("manifest.json", "teams-manifest-v1.25.json"), ("en.json", "teams-localization-v1.25.json")],
)
def test_the_filled_files_keep_microsofts_schema(member: str, schema: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("Microsoft's schemas are not here")
    document = json.loads((SCHEMAS / schema).read_text(encoding="utf-8"))
    errors = [error.message for error in Draft4Validator(document).iter_errors(json.loads(package()[member]))]
    assert errors == []


def test_what_draft_4_cannot_say() -> None:
    manifest = json.loads(package()["manifest.json"])
    assert manifest["manifestVersion"] == "1.25"
    assert manifest["bots"][0]["botId"] == manifest["webApplicationInfo"]["id"] == APP_ID
    assert "{{" not in json.dumps(manifest)
    assert all(len(of["commands"]) <= 12 for of in manifest["bots"][0]["commandLists"])


def test_it_asks_for_no_more_than_is_used() -> None:
    """Messages to the bot come without any permission; reading others', people or files would stand in one of these."""
    asked = json.loads(package()["manifest.json"])
    assert "authorization" not in asked  # no permission of its own in a chat or team
    assert "devicePermissions" not in asked  # no place, camera or microphone
    assert asked.get("permissions", []) in ([], ["messageTeamMembers"])
    more = {"composeExtensions", "staticTabs", "configurableTabs", "connectors", "meetingExtensionDefinition"}
    assert not more & set(asked)
    (bot,) = asked["bots"]
    assert bot["supportsFiles"]  # HR sends the policy as a file; whoever else does is turned away before it is fetched
    assert not bot.get("supportsCalling", False)


def test_every_word_of_the_manifest_has_its_english() -> None:
    files = package()
    manifest, english = json.loads(files["manifest.json"]), json.loads(files["en.json"])
    for at, of in enumerate(manifest["bots"][0]["commandLists"]):
        for place in range(len(of["commands"])):
            assert f"bots[0].commandLists[{at}].commands[{place}].title" in english
    assert not any("{{" in value for value in english.values())


def test_each_role_finds_its_commands() -> None:
    commands = json.loads(package()["manifest.json"])["bots"][0]["commandLists"][0]["commands"]
    told = [one["description"] for one in commands]
    assert sum(one.startswith("For ledere: ") for one in told) >= 2
    assert sum(one.startswith("For HR: ") for one in told) >= 2


@pytest.mark.parametrize(("icon", "side"), [("color.png", 192), ("outline.png", 32)])
def test_the_icons_have_the_size_that_teams_wants(icon: str, side: int) -> None:
    assert struct.unpack(">II", package()[icon][16:24]) == (side, side)


def test_the_same_settings_give_the_same_bytes() -> None:
    assert build_package(AppFacts(APP_ID)) == build_package(AppFacts(APP_ID))


@pytest.mark.parametrize(
    ("facts", "what"),
    [
        (AppFacts(""), "no GUID"),
        (AppFacts(APP_ID, website="http://nyborg.dk"), "website is no https"),
        (AppFacts(APP_ID, version="1.0"), "three numbers"),
        (AppFacts(APP_ID, municipality=" "), "municipality is empty"),
    ],
)
def test_what_teams_would_refuse_is_said_before(facts: AppFacts, what: str) -> None:
    with pytest.raises(ValueError, match=what):
        build_package(facts)


def test_a_quotation_mark_in_a_name_stays_a_quotation_mark() -> None:
    manifest = json.loads(package(AppFacts(APP_ID, municipality='By "Nord"'))["manifest.json"])
    assert manifest["name"]["full"].endswith('By "Nord"')
