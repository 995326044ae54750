"""The Bicep templates taken apart: what a file declares, and what it refers to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pycep import BicepParser

AZURE = Path(__file__).parents[2] / "deploy" / "azure"
_COMMENT = re.compile(r"(?<!:)//.*$", re.MULTILINE)
_STRING = re.compile(r"'((?:\\.|[^'\\])*)'")
_HELD = re.compile(r"\$\{([^{}]*)\}")
_NAME = re.compile(r"(?<![\w.@$])([A-Za-z_]\w*)\b(?!\()(?!:)")
_WORDS = {"param", "var", "resource", "module", "output", "existing", "if", "string", "int", "bool", "array", "null"}
_WORDS |= {"targetScope", "true", "false"}


@dataclass(frozen=True)
class Template:
    """One file. `text` has no comments; `parsed` is what a parser of the language made of it."""

    name: str
    text: str
    parsed: dict[str, Any]

    @property
    def parameters(self) -> dict[str, dict[str, Any]]:
        return dict(self.parsed.get("parameters", {}))

    @property
    def modules(self) -> dict[str, dict[str, Any]]:
        return dict(self.parsed.get("modules", {}))

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        return dict(self.parsed.get("resources", {}))

    @property
    def secure(self) -> set[str]:
        return set(re.findall(r"@secure\(\)\s(?:@.*\s)*param (\w+)", self.text))

    @property
    def declared(self) -> set[str]:
        kinds = ("parameters", "variables", "resources", "modules")
        return {name for kind in kinds for name in self.parsed.get(kind, {})}

    @property
    def referred(self) -> set[str]:
        """Every name that must be declared somewhere: strings are gone, what stands in `${…}` is kept."""
        bare = _STRING.sub(lambda found: " ".join(_HELD.findall(found[1])) or "''", self.text)
        names = {name for name in _NAME.findall(bare) if name not in _WORDS}
        return names - set(re.findall(r"^output (\w+)", bare, re.MULTILINE)) | names & self.declared

    def uses(self, name: str) -> int:
        """How often a name stands outside its declaration."""
        bare = _STRING.sub(lambda found: " ".join(_HELD.findall(found[1])), self.text)
        return len(re.findall(rf"(?<![\w.]){name}\b(?!\s*:)", bare)) - 1


def read(name: str) -> Template:
    text = _COMMENT.sub("", (AZURE / name).read_text(encoding="utf-8"))
    return Template(name, text, BicepParser().parse(text=text))


FILES = tuple(sorted(path.name for path in AZURE.glob("*.bicep")))
