"""`hjemmebot demo` as a process: up in time, found again, ended by Ctrl-C, and clear about a port in use."""

from __future__ import annotations

import json
import socket
import time
import urllib.request
from pathlib import Path

import pytest

from tests.demo.conftest import ANNA
from tests.demo.process import DemoTown, begin


def state(town: DemoTown) -> dict[str, list[dict[str, object]]]:
    with urllib.request.urlopen(f"{town.url}/demo/state", timeout=5) as response:
        return json.load(response)  # type: ignore[no-any-return]


def test_started_ended_and_started_again(tmp_path: Path) -> None:
    town = DemoTown(tmp_path / "town")
    assert town.start() < 30
    assert town.url in town.printed
    assert town.printed.count("Som Anna") + town.printed.count("Som Lars") == 5
    body = json.dumps({"person": ANNA, "text": "hjemme på tirsdag i næste uge"}).encode()
    headers = {"Origin": town.url, "Content-Type": "application/json"}
    urllib.request.urlopen(urllib.request.Request(f"{town.url}/demo/say", body, headers), timeout=10)
    before = state(town)["people"]
    with pytest.raises(ConnectionRefusedError), socket.create_connection(("127.0.0.2", town.port), timeout=2):
        pass  # it listens on 127.0.0.1 alone

    page = urllib.request.urlopen(f"{town.url}/demo/events", timeout=10)  # a page that stays open
    began = time.monotonic()
    assert town.stop() == 0
    assert time.monotonic() - began < 5
    assert b"retry" in page.read()  # its stream was ended properly
    assert "gemt til næste gang" in town.printed

    assert town.start() < 10
    assert state(town)["people"] == before
    assert town.stop() == 0


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = begin(taken.getsockname()[1], tmp_path / "town")
        out, err = process.communicate(timeout=30)
    assert process.returncode == 4
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert "in use" in err
    assert not (tmp_path / "town").exists()
