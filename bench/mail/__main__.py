"""Measure broadcasts: `python -m bench.mail [SCENE …] [--engine sqlite|postgres] [--people N]`."""

from __future__ import annotations

import argparse
import asyncio
import time

from bench.mail.scenes import SCENES


def main() -> None:
    """Play the scenes one after another and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m bench.mail", description=__doc__)
    parser.add_argument("scenes", nargs="*", choices=[*SCENES, []], help="all of them when none is named")
    parser.add_argument("--engine", choices=("sqlite", "postgres"), action="append")
    parser.add_argument("--people", type=int, default=0)
    asked = parser.parse_args()
    for name in asked.scenes or SCENES:
        for engine in asked.engine or ("sqlite", "postgres"):
            began = time.monotonic()
            scene = SCENES[name](engine, asked.people) if asked.people else SCENES[name](engine)  # type: ignore[call-arg]
            print(f"{name} on {engine}: {asyncio.run(scene)} [{time.monotonic() - began:.0f} s]", flush=True)


if __name__ == "__main__":
    main()
