"""Public holidays in Denmark (PyPI holidays; Store bededag is none since 2024, 24/12 and 5/6 are not statutory)."""

from __future__ import annotations

from datetime import date

from holidays import country_holidays

_DENMARK = country_holidays("DK", language="da")


def holiday_name(on: date) -> str | None:
    """Return the Danish name of the public holiday on this date, or None on any other day."""
    return _DENMARK.get(on)
