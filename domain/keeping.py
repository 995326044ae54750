"""How long what is stored is kept. The reasons stand in docs/data-protection.md."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Keep:
    """Days after which something is let go of, counted from when it was over."""

    home_days: int = 730  # the yearly talk looks a year back, and the year before it to compare
    notices: int = 90  # long enough to find out why somebody was not told
    broadcasts: int = 730  # who has confirmed what may be asked for in the next year
    rounds: int = 365  # a team talks about its frames about once a year
    audit: int = 1825  # five years: claims about employment lapse then
    left: int = 180  # somebody who comes back within half a year finds their days again
    workflows: int = 7  # finished work of the durable engine: for faults only
