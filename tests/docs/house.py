"""Draws docs/pictures/house.svg out of .importlinter: `python -m tests.docs.house` writes it anew."""

from __future__ import annotations

from configparser import ConfigParser
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "pictures" / "house.svg"
WIDTH, MARGIN, GAP = 880, 24, 16
WORDS = {
    "bot": "the process: the only room that touches the network",
    "dialogs": "what was meant",
    "cards": "what is shown, all words",
    "storage": "what is kept: all SQL",
    "manifest": "the Teams app package",
    "policy": "the municipality's text, passages and their ranking",
    "domain": "the rules: pure, without a clock",
}
INSIDE = {
    "teams": "the SDK, only here",
    "usecases": "the one door",
    "outreach": "notices, mailings",
    "graph": "Outlook, directory",
    "cli": "the commands",
}
STYLE = """
  text { font-family: system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif; fill: #1b1b1b; font-size: 14px }
  .name { font-weight: 700; font-size: 17px } .small { font-size: 12.5px; fill: #555 }
  .ground { fill: #ffffff } .room { fill: #e3efee; stroke: #0f5c5c; stroke-width: 1.5 }
  .inner { fill: #ffffff; stroke: #0f5c5c } .outside { fill: none; stroke: #777; stroke-dasharray: 5 4 }
  path { stroke: #0f5c5c; stroke-width: 2; fill: none } .tip { fill: #0f5c5c; stroke: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f0f0 } .small { fill: #b9b9b9 } .ground { fill: #1f1f1f } .room { fill: #123a3a; stroke: #6fc3bf }
    .inner { fill: #1f1f1f; stroke: #6fc3bf } .outside { stroke: #999 } path { stroke: #6fc3bf } .tip { fill: #6fc3bf }
  }"""


def layers() -> list[list[str]]:
    """Return the rooms, row by row: each may import those below it, and none beside it."""
    rules = ConfigParser()
    rules.read(ROOT / ".importlinter")
    rows = rules["importlinter:contract:layers"]["layers"].split("\n")
    return [[room.strip() for room in row.split("|")] for row in rows if row.strip()]


def box(kind: str, x: float, y: float, width: float, height: float) -> str:
    return f'<rect class="{kind}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="8"/>'


def said(kind: str, x: float, y: float, words: str) -> str:
    return f'<text class="{kind}" x="{x:g}" y="{y:g}" text-anchor="middle">{escape(words)}</text>'


def arrow(x: float, top: float, bottom: float, *, both: bool = False) -> str:
    up = f'<path class="tip" d="M{x - 6:g} {top + 8:g}l6 -8l6 8z"/>' if both else ""
    down = f'<path class="tip" d="M{x - 6:g} {bottom - 8:g}l6 8l6 -8z"/>'
    return f'<path d="M{x:g} {top + (8 if both else 0):g}V{bottom - 8:g}"/>{up}{down}'


def middles(row: list[str]) -> list[float]:
    """Return where the middle of each room of a row stands."""
    step = (WIDTH - 2 * MARGIN + GAP) / len(row)
    return [MARGIN + step * at + (step - GAP) / 2 for at in range(len(row))]


def room(name: str, x: float, y: float, width: float, height: float) -> list[str]:
    middle = x + width / 2
    words = [said("name", middle, y + 27, name), said("small", middle, y + 47, WORDS[name])]
    return [box("room", x, y, width, height), *words]


def outside(x: float, y: float, width: float, words: str) -> list[str]:
    return [box("outside", x, y, width, 40), said("", x + width / 2, y + 25, words)]


def drawing() -> str:
    """Return the picture, as text that is the same each time."""
    inner = WIDTH - 2 * MARGIN
    out, y = outside(MARGIN, 24, inner * 0.66, "Microsoft Teams, Graph, calendars that subscribe"), 64.0
    out += outside(MARGIN + inner * 0.66 + GAP, 24, inner * 0.34 - GAP, "whoever runs it")
    out += [arrow(MARGIN + inner * 0.33, 66, 94, both=True), arrow(MARGIN + inner * 0.83 + 8, 66, 94)]
    above: list[str] = []
    for row in layers():
        y += 32
        for x in middles(max(row, above, key=len)) if above else ():
            out.append(arrow(x, y - 30, y - 2))
        above = row
        tall = 124.0 if row == ["bot"] else 64.0
        width = (inner - GAP * (len(row) - 1)) / len(row)
        for name, middle in zip(row, middles(row), strict=True):
            x = middle - width / 2
            out += room(name, x, y, width, tall)
            if name == "bot":
                out += within(x + GAP, y + 60, width - 2 * GAP)
        y += tall
    legend = (
        "An arrow: may import. Rooms beside each other are strangers. Use cases in bot hold a session of storage's."
    )
    out.append(said("small", WIDTH / 2, y + 28, legend))
    height = y + 44
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img" aria-labelledby="title">'
    )
    title = f'<title id="title">Who may import whom: {"; ".join(", ".join(row) for row in layers())}</title>'
    ground = f'<rect class="ground" width="{WIDTH}" height="{height:g}" rx="12"/>'
    return "\n".join([head, title, f"<style>{STYLE}\n</style>", ground, *out, "</svg>", ""])


def within(x: float, y: float, width: float) -> list[str]:
    each = (width - GAP * (len(INSIDE) - 1)) / len(INSIDE)
    found = []
    for at, (name, words) in enumerate(INSIDE.items()):
        left = x + at * (each + GAP)
        middle = left + each / 2
        found += [box("inner", left, y, each, 50), said("", middle, y + 21, name), said("small", middle, y + 39, words)]
    return found


if __name__ == "__main__":
    PICTURE.write_text(drawing(), encoding="utf-8")
