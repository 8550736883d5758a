"""What a whole release of national figures costs: its import, every build, and every screen.

    python -m benchmarks.national            # 40 rounds, about two minutes
    python -m benchmarks.national --quick    # one round, to see that it runs

The release is the Local Authority Interactive Tool as it was published, beside the checkout. Import
and builds run as commands, in a process of their own each. Reading a version and making its
scorecard are measured in turn on a dataset without and with the release, so that a change of the
machine's speed meets both alike; of each the fastest round counts, since whatever else the machine
does can only add to it. The same is done with a run of each screen that shows indicators. Read the
ratios. Where the files are not there, nothing is measured.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from streamlit.testing.v1 import AppTest

from kpi_core import dataset as datasets
from kpi_core.dataset import Dataset
from kpi_core.present.scorecard import scorecard
from kpi_core.web.screens import screen
from kpi_core.web.serve import SHELL

RESULTS = Path(__file__).with_name("national.json")

ROOT = Path(__file__).resolve().parents[1]

RELEASE = ROOT.parent / "shared" / "data" / "benchmarks" / "lait"

MEASURES_ASKED = 20
"""Measures whose figures are asked for; a screen shows about as many."""

INDICATOR = {"indicator": "repeat-child-protection-plans"}

SCREENS: dict[str, tuple[str, dict[str, str]]] = {
    "Overview": ("overview", {}),
    "Indicator": ("indicator", INDICATOR),
    "Benchmarks": ("benchmarks", {}),
    "Benchmarks, one indicator": ("benchmarks", INDICATOR),
}
"""What is opened, by its name in the table: a screen and what its address asks for."""

COMMAND = "import sys; from kpi_core.cli import main; sys.argv[0] = 'kpi'; main()"


def main() -> None:
    """Measure, print a table and write ``national.json``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.national", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40, choices=range(1, 101), metavar="1..100")
    parser.add_argument("--quick", action="store_true", help="one round")
    parser.add_argument("--release", type=Path, default=RELEASE, help="folder of the files")
    given = parser.parse_args()
    if not given.release.is_dir():
        print(f"There is no folder {given.release}: nothing is measured.")
        return
    with tempfile.TemporaryDirectory() as folder:
        results = measure(given.release, Path(folder), 1 if given.quick else given.rounds)
    print(table(results))
    if not given.quick:
        RESULTS.write_text(json.dumps(results, indent=2) + "\n")
        print(f"Written to {RESULTS.name}.")


def measure(release: Path, folder: Path, rounds: int) -> dict[str, Any]:
    """Every figure, by what it is of."""
    without, with_it = folder / "without", folder / "with"
    commands = {"build without": _command("build", "--out", without)}
    _command("build", "--out", with_it)
    commands["import"] = _command("benchmarks", "import", release, "--out", with_it)
    commands["import again"] = _command("benchmarks", "import", release, "--out", with_it)
    commands["build with"] = _command("build", "--out", with_it)
    stored = datasets.read(with_it)
    (row,) = stored.tables["releases"].to_pylist()
    counted = {name: row[name] for name in ("measures", "areas", "cells", "figures")}
    sizes = {"without": _bytes(without), "with": _bytes(with_it)}
    return {
        "release": counted,
        "commands": commands,
        "bytes of a version": sizes,
        "milliseconds": {**_in_turn(without, with_it, rounds), **_figures(stored)},
        "screens": _screens({"without": without, "with": with_it}, rounds),
    }


def table(results: dict[str, Any]) -> str:
    """The figures as Markdown."""
    lines = ["| command | seconds | of a processor | peak memory, MB |", "|---|---|---|---|"]
    for name, found in results["commands"].items():
        spent = f"{found['seconds']:.1f} | {found['processor_seconds']:.1f}"
        lines.append(f"| {name} | {spent} | {found['peak_mb']:,} |")
    steps, sizes = results["milliseconds"], results["bytes of a version"]
    lines += ["", "| step | without | with | with / without |", "|---|---|---|---|"]
    for name in ("read a version, ms", "scorecard, ms"):
        both = steps[name]["without"], steps[name]["with"]
        lines.append(f"| {name} | {both[0]:.1f} | {both[1]:.1f} | {both[1] / both[0]:.2f} |")
    for name, taken in results["screens"].items():
        both = taken["without"], taken["with"]
        lines.append(f"| {name}, ms | {both[0]:.1f} | {both[1]:.1f} | {both[1] / both[0]:.2f} |")
    small, large = sizes["without"] / 2**20, sizes["with"] / 2**20
    lines.append(f"| a version on disk, MB | {small:.1f} | {large:.1f} | |")
    lines.append("")
    for name in ("areas, neighbours and measures", "figures of a measure, first time"):
        lines.append(f"- {name}: {steps[name]:.1f} ms")
    return "\n".join(lines)


def _command(*words: object) -> dict[str, Any]:
    """Seconds, also of a processor, and peak memory of a command in a process of its own."""
    started = time.perf_counter()
    called = [sys.executable, "-c", COMMAND, *map(str, words)]
    process = subprocess.Popen(called, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    with process.stderr as stream:
        said = stream.read().decode()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"kpi {' '.join(map(str, words))} ended with {process.returncode}. {said}")
    seconds = time.perf_counter() - started
    return {
        "seconds": round(seconds, 2),
        "processor_seconds": round(used.ru_utime + used.ru_stime, 2),
        "peak_mb": round(used.ru_maxrss / 1024),
    }


def _in_turn(without: Path, with_it: Path, rounds: int) -> dict[str, Any]:
    """Milliseconds of what every screen waits for, without and with national figures."""
    steps: dict[str, Callable[[Path, Dataset], object]] = {
        "read a version, ms": lambda where, _: datasets.read(where),
        "scorecard, ms": lambda _, stored: scorecard(stored),
    }
    places = {"without": without, "with": with_it}
    stored = {name: datasets.read(where) for name, where in places.items()}
    taken: dict[str, dict[str, list[float]]] = {s: {p: [] for p in places} for s in steps}
    for number in range(rounds + 1):
        for step, run in steps.items():
            for name, where in places.items():
                spent = _milliseconds(lambda: run(where, stored[name]))  # noqa: B023 - run at once
                if number:  # the first round fills what is kept
                    taken[step][name].append(spent)
    return {s: {p: round(min(times), 2) for p, times in by.items()} for s, by in taken.items()}


def _screens(places: dict[str, Path], rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds of a run of each screen, as after a click, without and with."""
    taken: dict[str, dict[str, float]] = {}
    for name, (key, query) in SCREENS.items():
        apps = {place: _opened(where, key, query) for place, where in places.items()}
        times: dict[str, list[float]] = {place: [] for place in places}
        for _ in range(rounds):
            for place, where in places.items():
                os.environ["KPI_DATASET"] = str(where)
                times[place].append(_milliseconds(apps[place].run))
        taken[name] = {place: round(min(found), 2) for place, found in times.items()}
    return taken


def _opened(where: Path, key: str, query: dict[str, str]) -> AppTest:
    os.environ["KPI_DATASET"] = str(where)
    app = AppTest.from_file(str(SHELL), default_timeout=60)
    app.run()
    if screen(key).url:
        app.switch_page(str(screen(key).file))
    app.query_params.update(query)
    app.run()
    if app.exception:
        raise SystemExit(f"The screen {key} does not open: {app.exception[0].message}")
    return app


def _figures(stored: Dataset) -> dict[str, float]:
    """Milliseconds until comparisons have what they need, asked for the first time."""
    small = _milliseconds(lambda: stored.national)
    ids = stored.national.measures["indicator"].tolist()
    asked = ids[:: max(1, len(ids) // MEASURES_ASKED)]
    each = [_milliseconds(lambda: stored.national.figures(one)) for one in asked]  # noqa: B023
    return {
        "areas, neighbours and measures": round(small, 2),
        "figures of a measure, first time": round(median(each), 2),
    }


def _milliseconds(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


def _bytes(where: Path) -> int:
    return sum(f.stat().st_size for f in (where / datasets.current_version(where)).iterdir())


if __name__ == "__main__":
    main()
