"""Builds the Teams app package: the manifest filled in, its English, and the two icons, as one zip.

Schema: Microsoft Teams app manifest 1.25. The zip is the same to the byte for the same settings.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import urlsplit

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_EPOCH = (1980, 1, 1, 0, 0, 0)
LONGEST = {"developer": 32, "municipality": 60}  # characters, so that the limits of the schema hold


@dataclass(frozen=True)
class AppFacts:
    """What the package says of this municipality. `app_id` is the bot's Entra application id, a GUID."""

    app_id: str
    municipality: str = "Nyborg Kommune"
    developer: str = "Nyborg Kommune"
    website: str = "https://www.nyborg.dk"
    privacy: str = "https://www.nyborg.dk/privatliv"
    terms: str = "https://www.nyborg.dk/vilkaar"
    version: str = "0.1.0"

    def problems(self) -> list[str]:
        """Return what Teams would refuse, one sentence each."""
        found = []
        if not _GUID.fullmatch(self.app_id):
            found.append("the app id is no GUID")
        if not _VERSION.fullmatch(self.version):
            found.append("the version is not three numbers parted by dots")
        for name, longest in LONGEST.items():
            if not 0 < len(getattr(self, name).strip()) <= longest:
                found.append(f"{name} is empty or over {longest} characters")
        for name in ("website", "privacy", "terms"):
            address = urlsplit(getattr(self, name))
            if address.scheme != "https" or not address.hostname:
                found.append(f"{name} is no https address")
        return found


def build_package(facts: AppFacts) -> bytes:
    """Return the zip that is uploaded to Teams. Raises ValueError when Teams would refuse it."""
    if problems := facts.problems():
        raise ValueError("; ".join(problems))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, body in _members(facts):
            package.writestr(zipfile.ZipInfo(name, _EPOCH), body)
    return out.getvalue()


def _members(facts: AppFacts) -> list[tuple[str, bytes]]:
    here = files("manifest")
    return [
        ("manifest.json", _filled(here.joinpath("template.json").read_text(encoding="utf-8"), facts)),
        ("en.json", _filled(here.joinpath("en.json").read_text(encoding="utf-8"), facts)),
        ("color.png", here.joinpath("icons/color.png").read_bytes()),
        ("outline.png", here.joinpath("icons/outline.png").read_bytes()),
    ]


def _filled(template: str, facts: AppFacts) -> bytes:
    values = {
        "APP_ID": facts.app_id.lower(),
        "MUNICIPALITY": facts.municipality.strip(),
        "DEVELOPER": facts.developer.strip(),
        "WEBSITE": facts.website,
        "PRIVACY": facts.privacy,
        "TERMS": facts.terms,
        "VERSION": facts.version,
    }
    filled = re.sub(r"\{\{(\w+)\}\}", lambda found: json.dumps(values[found[1]], ensure_ascii=False)[1:-1], template)
    return json.dumps(json.loads(filled), ensure_ascii=False, indent=2).encode()
