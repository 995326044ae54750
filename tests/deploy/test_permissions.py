"""The scripts for Microsoft 365 give what the guide gives a reason for, and no more.

There is no PowerShell where this is tested: the scripts were read, and not run.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.settings import Settings

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "deploy" / "microsoft365"
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.ps1")}
GUIDE = (ROOT / "docs" / "admin-da.md").read_text(encoding="utf-8")
PERMISSION = re.compile(r"\b(?:[A-Z][A-Za-z]+)\.(?:Read|ReadWrite)[A-Za-z]*(?:\.All)?\b")
BY_WHOM_IT_IS_RUN = {"AppRoleAssignment.ReadWrite.All", "Application.Read.All"}  # the administrator's, not the bot's
CMDLETS = {
    "limit-calendars.ps1": {
        *("Connect-ExchangeOnline", "Disconnect-ExchangeOnline", "Get-ServicePrincipal", "New-ServicePrincipal"),
        *("Get-Group", "Get-ManagementScope", "New-ManagementScope", "Get-ManagementRoleAssignment"),
        *("New-ManagementRoleAssignment", "Test-ServicePrincipalAuthorization"),
    },
    "grant-graph.ps1": {
        *("Connect-MgGraph", "Disconnect-MgGraph", "Get-MgServicePrincipal"),
        *("Get-MgServicePrincipalAppRoleAssignment", "New-MgServicePrincipalAppRoleAssignment"),
    },
}
EVERYWHERE = {"Where-Object", "Out-Null", "Format-Table"}


def code(name: str) -> str:
    return re.sub(r"(?m)#.*$", "", SCRIPTS[name])


@pytest.mark.parametrize("name", SCRIPTS)
def test_each_parameter_and_variable_is_made_and_used(name: str) -> None:
    text = code(name)
    head, _, body = text.partition("$ErrorActionPreference")
    parameters = set(re.findall(r"\$(\w+)", head)) - {"true"}
    for one in parameters:
        assert re.search(rf"\${one}\b", body), one
    made = set(re.findall(r"\$(\w+)\s*\+?=", text)) | set(re.findall(r"foreach \(\$(\w+) in", text)) | parameters
    used = set(re.findall(r"\$(\w+)", text)) - {"_", "false", "true", "null"}
    assert used - made == set()
    for opened, closed in ("{}", "()", "[]"):
        assert text.count(opened) == text.count(closed)
    assert text.count('"') % 2 == text.count("'") % 2 == 0


@pytest.mark.parametrize("name", SCRIPTS)
def test_only_cmdlets_that_were_looked_up_are_called(name: str) -> None:
    assert set(re.findall(r"\b[A-Z][a-z]+-[A-Z]\w+", code(name))) - EVERYWHERE == CMDLETS[name]


def test_the_guide_gives_a_reason_for_each_permission_and_no_script_gives_another() -> None:
    told = {name for line in GUIDE.splitlines() if line.startswith("| `") for name in PERMISSION.findall(line)}
    given = {name for script in SCRIPTS for name in PERMISSION.findall(code(script))} - BY_WHOM_IT_IS_RUN
    assert given == told


def test_calendars_are_given_for_a_group_and_never_in_entra() -> None:
    assert "Calendars" not in code("grant-graph.ps1")
    limits = code("limit-calendars.ps1")
    assert "-CustomResourceScope $Name" in limits
    assert "MemberOfGroup -eq" in limits
    assert re.search(r"if \(\$Out\.InScope\) \{ throw", limits)  # somebody outside is tried, too


def test_each_switch_names_the_setting_that_it_is_for() -> None:
    for name in re.findall(r"HJEMMEBOT_(\w+)", SCRIPTS["grant-graph.ps1"]):
        assert name.lower() in Settings.model_fields
