"""The Bicep for Azure: read by a parser of the language, every name resolved, nothing secret in the open.

No Bicep compiler can be had where this is tested, so the properties of Azure's resources are not checked against
Azure's own types, and nothing was put up in Azure.
"""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from bot.settings import AppType, Settings
from bot.web import make_app
from tests.deploy.bicep import AZURE, FILES, Template, read

MAIN = read("main.bicep")
APP = read("app.bicep")
IN_THE_EU = {"francecentral", "germanywestcentral", "italynorth", "northeurope"}
IN_THE_EU |= {"polandcentral", "spaincentral", "swedencentral", "westeurope"}
ROLES = {"AcrPull": "7f951dda-4ed3-4680-a7ca-43fe172d538d", "Secrets User": "4633458b-17de-408a-b874-0445c86b69e6"}


def allowed(parameter: str) -> set[str]:
    decorators = MAIN.parameters[parameter]["decorators"]
    return {value for one in decorators if one["type"] == "allowed" for value in one["argument"]}


def settings_of(variable: str) -> list[dict[str, Any]]:
    return list(APP.parsed["variables"][variable]["value"])


SETTINGS = [one for of in ("settings", "passwordSetting", "metricsSetting") for one in settings_of(of)]


@pytest.mark.parametrize("name", FILES)
def test_each_parameter_is_used_and_each_name_is_declared(name: str) -> None:
    template = read(name)
    assert {one for one in template.parameters if template.uses(one) < 1} == set()
    assert template.referred - template.declared == set()


def test_a_name_that_nobody_declares_is_noticed() -> None:
    text = "param used string\nparam idle string\noutput what string = '${used}${strange}'\n"
    template = Template("x", text, {"parameters": {"used": {}, "idle": {}}})
    assert template.referred - template.declared == {"strange"}
    assert (template.uses("used"), template.uses("idle")) == (1, 0)


@pytest.mark.parametrize("module", MAIN.modules)
def test_each_module_gets_what_it_asks_for(module: str) -> None:
    call = MAIN.modules[module]
    asked = read(call["detail"]["path"])
    given = set(call["config"]["params"])
    assert given <= set(asked.parameters)
    assert {name for name, one in asked.parameters.items() if one["default"] is None} <= given


def test_what_is_taken_from_a_module_is_given_by_it() -> None:
    taken = re.findall(r"(\w+)\.outputs\.(\w+)", MAIN.text)
    assert taken
    for module, output in taken:
        assert output in read(MAIN.modules[module]["detail"]["path"]).parsed["outputs"]


@pytest.mark.parametrize("name", FILES)
def test_versions_of_the_api_are_pinned_and_none_is_a_preview(name: str) -> None:
    for one in read(name).resources.values():
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", one["api_version"])


def test_a_secret_goes_into_the_vault_and_nowhere_else() -> None:
    for module, call in MAIN.modules.items():
        asked = read(call["detail"]["path"])
        for parameter, value in call["config"]["params"].items():
            assert (value in MAIN.secure if isinstance(value, str) else False) == (parameter in asked.secure), module
    assert MAIN.secure == {"appPassword", "databasePassword", "metricsToken"}
    vault = read("vault.bicep")
    for template in (MAIN, vault, read("database.bicep"), APP):
        given = [line for line in template.text.splitlines() if line.startswith("output")]
        assert not any(name in line for name in (*template.secure, "listKeys") for line in given)
    assert not APP.secure  # the app knows addresses in the vault only


def test_the_app_refers_to_secrets_that_are_in_the_vault() -> None:
    secrets = [one for one in read("vault.bicep").resources.values() if one["type"].endswith("/secrets")]
    kept = {one["config"].get("config", one["config"])["name"] for one in secrets}
    variables = ("databaseSecret", "passwordSecret", "metricsSecret")
    named = {one["name"] for variable in variables for one in settings_of(variable)}
    assert named <= kept
    for variable in variables:
        (secret,) = settings_of(variable)
        assert secret["keyVaultUrl"] == "${vaultUri}secrets/" + secret["name"]
    referred = {
        one["secretRef"]
        for of in ("settings", "passwordSetting", "metricsSetting")
        for one in settings_of(of)
        if "secretRef" in one
    }
    assert referred == named


def test_each_setting_is_one_that_the_bot_reads_and_no_secret_has_a_value() -> None:
    secret = {"HJEMMEBOT_DATABASE_URL", "HJEMMEBOT_APP_PASSWORD", "HJEMMEBOT_METRICS_TOKEN"}
    for one in SETTINGS:
        assert one["name"].removeprefix("HJEMMEBOT_").lower() in Settings.model_fields
        assert ("secretRef" in one) == (one["name"] in secret)
    assert allowed("appType") == {kind.value for kind in AppType}


def test_data_stays_in_the_eu_unless_somebody_says_otherwise() -> None:
    assert allowed("location") == IN_THE_EU
    assert MAIN.parameters["location"]["default"] in IN_THE_EU
    assert MAIN.parameters["botLocation"]["default"] == "westeurope"


def test_putting_it_up_again_takes_no_subnet_away() -> None:
    network = read("network.bicep").resources
    inside = {one["name"] for one in network["network"]["config"]["properties"]["subnets"]}
    beside = {name: one for name, one in network.items() if one["type"].endswith("/subnets")}
    assert all(one["existing"] for one in beside.values())
    assert {one["config"]["name"] for one in beside.values()} == inside


def test_two_replicas_at_least_and_an_image_that_stays_the_same() -> None:
    replicas = MAIN.parameters["replicas"]
    assert {"type": "min_value", "argument": 2} in replicas["decorators"]
    assert replicas["default"] == 2
    scale = APP.resources["app"]["config"]["properties"]["template"]["scale"]
    assert scale == {"minReplicas": "replicas", "maxReplicas": "replicas"}
    assert re.fullmatch(r"hjemmebot:\d+\.\d+\.\d+", MAIN.parameters["image"]["default"])


def test_it_is_asked_how_it_is_where_the_bot_answers() -> None:
    class Nobody:
        async def start(self) -> None: ...
        async def close(self) -> None: ...
        async def handle(self, request: Any) -> Any: ...

    routes = {route.resource.canonical for route in make_app(Nobody(), None, None, None).router.routes()}  # type: ignore[arg-type, union-attr]
    (container,) = APP.resources["app"]["config"]["properties"]["template"]["containers"]
    assert {one["httpGet"]["path"] for one in container["probes"]} <= routes
    assert all(one.get("failureThreshold", 3) <= 10 for one in container["probes"])  # Azure takes no more
    assert "https://${app.outputs.host}/api/messages" in MAIN.text


def test_the_identity_may_pull_the_image_and_read_the_secrets_and_no_more() -> None:
    guids = {guid for name in FILES for guid in re.findall(r"[0-9a-f]{8}-[0-9a-f-]{27}", read(name).text)}
    assert guids == set(ROLES.values())


def test_the_parameters_file_names_what_is_there_and_no_secret() -> None:
    given = json.loads((AZURE / "main.parameters.json").read_text(encoding="utf-8"))["parameters"]
    assert set(given) <= set(MAIN.parameters)
    assert not set(given) & MAIN.secure
    missing = {name for name, one in MAIN.parameters.items() if one["default"] is None} - set(given)
    assert missing == {"databasePassword"}  # asked for when it is put up
    for name, one in given.items():
        assert not allowed(name) or one["value"] in allowed(name)
    for one in given["moreSettings"]["value"]:
        assert one["name"].removeprefix("HJEMMEBOT_").lower() in Settings.model_fields
