"""`hjemmebot demo` as a process of its own, as a person starts and ends it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

READY_SECONDS = 40.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def begin(port: int, data: Path) -> subprocess.Popen[str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith("HJEMMEBOT_")}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "demo", "--port", str(port), "--data-dir", str(data)],
        env=ours | {"NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


class DemoTown:
    """The process; its data folder outlives a restart."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.printed = ""
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> float:
        """Start, and return the seconds until everybody had moved in."""
        began = time.monotonic()
        self._process = begin(self.port, self._data)
        assert self._process.stdout is not None
        self.printed = ""
        for line in self._process.stdout:
            self.printed += line
            if "Ctrl-C" in line:
                return time.monotonic() - began
            if time.monotonic() - began > READY_SECONDS:
                break
        raise AssertionError("the town did not open")

    def stop(self) -> int:
        """Press Ctrl-C and return the exit code."""
        assert self._process is not None
        self._process.send_signal(signal.SIGINT)
        out, _ = self._process.communicate(timeout=20)
        self.printed += out
        return self._process.returncode

    def begin_anew(self) -> None:
        """Forget everything, as the button on the page does."""
        asked = urllib.request.Request(f"{self.url}/demo/restart", b"{}", {"Origin": self.url})
        urllib.request.urlopen(asked, timeout=20).close()

    @property
    def runs(self) -> bool:
        """Return whether the process has not ended."""
        return self._process is not None and self._process.poll() is None
