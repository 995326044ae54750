"""What is wrong with a people file, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in the file. `line` counts from 1 and includes the heading; 0 is the file as a whole."""

    line: int
    what: str
