"""The three apps as servers of their own, on this machine only, ended when the run ends."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
APPS = ("ours", "naive", "empty")
PATIENCE = 60
"""Seconds that a server may take to start."""

_SCRIPTS = {
    "ours": ROOT / "app.py",
    "naive": ROOT / "benchmarks" / "apps" / "naive" / "app.py",
    "empty": ROOT / "benchmarks" / "apps" / "empty.py",
}


@dataclass(frozen=True)
class Server:
    app: str
    port: int
    pid: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def socket(self) -> str:
        return f"ws://127.0.0.1:{self.port}/_stcore/stream"

    def memory(self) -> float | None:
        """Resident megabytes, where the system tells."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.is_file():
            return None
        lines = status.read_text().splitlines()
        return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


@contextmanager
def running(app: str, dataset: Path) -> Iterator[Server]:
    """One app over one dataset, ready to answer.

    Ours starts in the checkout with its settings; the others in an empty folder, so that they
    have the defaults, without the usage statistics.
    """
    with tempfile.TemporaryDirectory() as empty:
        port = _free_port()
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(_SCRIPTS[app]), *_options(port)],
            cwd=ROOT if app == "ours" else empty,
            env={**os.environ, "KPI_DATASET": str(dataset), "PYTHONPATH": str(ROOT)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            server = Server(app, port, process.pid)
            _wait(server.address + ("readyz" if app == "ours" else "_stcore/health"), process)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=20)


def _options(port: int) -> list[str]:
    given = {
        "server.port": port,
        "server.address": "127.0.0.1",
        "server.headless": "true",
        "browser.gatherUsageStats": "false",
    }
    return [f"--{name}={value}" for name, value in given.items()]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + PATIENCE
    while time.monotonic() < limit and process.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"{address} did not answer within {PATIENCE} s.")
