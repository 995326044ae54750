"""A process that is told to write JSON writes nothing else to stderr from its start to its end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path


def test_every_line_of_a_served_bot_is_an_object(environment: dict[str, str], tmp_path: Path) -> None:
    chosen = environment | {"HJEMMEBOT_LOG_FORMAT": "json", "HJEMMEBOT_PORT": "0"}
    errors = tmp_path / "stderr"
    with errors.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"], cwd=tmp_path, env=chosen, stdout=subprocess.PIPE, stderr=stream
        )
        try:
            _until_listening(errors, process)
            process.send_signal(signal.SIGTERM)
            said, _ = process.communicate(timeout=30)
        finally:
            process.kill()
    assert (process.returncode, said) == (0, b"")
    lines = [json.loads(line) for line in errors.read_text().splitlines()]
    assert {"time", "level", "logger", "message"} <= lines[0].keys()
    assert lines[0]["message"].startswith("Without HJEMMEBOT_APP_ID")


def _until_listening(errors: Path, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        if "Listening on" in errors.read_text() or process.poll() is not None:
            return
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
