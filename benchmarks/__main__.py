"""One run of every measurement, interleaved, with a table of medians and ratios.

    python -m benchmarks            # 7 rounds at 18 and at 2,000 indicators
    python -m benchmarks --quick    # one round at 18, to see that it runs

It always ends with 0: a figure is for a person to read, not for a test to fail on.
"""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import browser, servers, sessions, synthetic
from kpi_core.build import build

RESULTS = Path(__file__).with_name("results.json")

STATUSES = (("Red",), ("Amber",), ("Green",), ())
"""What the filter is set to in turn; the last clears it."""

SESSION_CHANGES = 24
"""Filter changes of one session on the server, after as many to warm up as there are statuses."""

Times = dict[str, dict[str, list[float]]]
"""Milliseconds by step and app."""

AIMS = (
    ("filter set", "naive", 0.6, "in the browser, a filter against the naive app"),
    ("warm load", "empty", 1.5, "in the browser, a warm load against the empty page"),
    ("server: filter", "naive", 0.15, "on the server, a filter against the naive app"),
)


def main() -> None:
    """Measure, print a table and write ``results.json``."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=7, choices=range(1, 31), metavar="1..30")
    parser.add_argument("--quick", action="store_true", help="one round at 18 indicators")
    given = parser.parse_args()
    sizes = (synthetic.SHIPPED,) if given.quick else (synthetic.SHIPPED, 2000)
    results = {str(size): measure(size, 1 if given.quick else given.rounds) for size in sizes}
    for size, result in results.items():
        print(table(int(size), result))
    if not given.quick:
        RESULTS.write_text(json.dumps(results, indent=2) + "\n")
        print(f"Written to {RESULTS.name}.")


def measure(size: int, rounds: int) -> dict[str, Any]:
    """All figures for one size: median milliseconds by step and app, memory, build time."""
    with tempfile.TemporaryDirectory() as folder:
        report, catalogue = synthetic.files(size, Path(folder) / "report")
        dataset = Path(folder) / "dataset"
        started = time.perf_counter()
        built = build([report], dataset, catalogue)
        building = time.perf_counter() - started
        answer = browser.Answer(size, "Red", _red(built))
        times: Times = defaultdict(lambda: defaultdict(list))
        with (
            servers.running("ours", dataset) as ours,
            servers.running("naive", dataset) as naive,
            servers.running("empty", dataset) as empty,
        ):
            apps = (ours, naive, empty)
            sent = _on_the_server(apps, times)
            _in_the_browser(apps, answer, rounds, times)
            memory = {app.app: app.memory() for app in apps}
    return {
        "rounds": rounds,
        "milliseconds": {
            step: {app: round(median(taken), 1) for app, taken in by_app.items()}
            for step, by_app in times.items()
        },
        "bytes sent per filter change": sent,
        "server megabytes at the end": {k: round(v) for k, v in memory.items() if v},
        "seconds to build": round(building, 2),
    }


def _red(built: Any) -> int:
    items = (item for report in built.reading.reports for item in report.assessments)
    return sum(item.facts.status.word == "red" for item in items)


def _on_the_server(apps: tuple[servers.Server, ...], times: Times) -> dict[str, int]:
    """Filter changes in turn, one session an app; bytes of the last change that set a filter."""
    sent: dict[str, int] = {}
    opened = [sessions.opened(app.socket) for app in apps]
    open_sessions = [manager.__enter__() for manager in opened]
    try:
        for change in range(len(STATUSES) + SESSION_CHANGES):
            wanted = STATUSES[change % len(STATUSES)]
            for app, session in zip(apps, open_sessions, strict=True):
                took, size = session.run(wanted if app.app != "empty" else ())
                if change >= len(STATUSES):
                    times["server: filter"][app.app].append(took * 1000)
                if wanted:
                    sent[app.app] = size
    finally:
        for manager in opened:
            manager.__exit__(None, None, None)
    return sent


def _in_the_browser(
    apps: tuple[servers.Server, ...], answer: browser.Answer, rounds: int, times: Times
) -> None:
    """Visits in turn; the first round, which warms servers and disk, is not counted."""
    with browser.chromium() as chromium:
        for number in range(rounds + 1):
            for app in apps:
                for step, took in browser.visit(chromium, app, answer).items():
                    if number or rounds == 1:
                        times[step][app.app].append(took)


def table(size: int, result: dict[str, Any]) -> str:
    """The figures of one size as Markdown, each aim with whether it is met."""
    lines = [
        f"\n### {size:,} indicators, medians of {result['rounds']}\n",
        "| step | ours, ms | naive, ms | empty, ms | ours / naive | ours / empty |",
        "|---|---|---|---|---|---|",
    ]
    for step, by_app in result["milliseconds"].items():
        ours = by_app["ours"]
        cells = [f"{by_app[app]:,.0f}" if app in by_app else "" for app in servers.APPS]
        ratios = [f"{ours / by_app[a]:.2f}" if a in by_app else "" for a in ("naive", "empty")]
        lines.append(f"| {' | '.join([step, *cells, *ratios])} |")
    lines.append("")
    for step, against, aim, said in AIMS:
        found = result["milliseconds"][step]
        ratio = found["ours"] / found[against]
        met = "met" if ratio <= aim else "not met"
        lines.append(f"- {said}: {ratio:.2f}, at most {aim} wanted: {met}")
    lines.append(f"- build of the dataset: {result['seconds to build']} s")
    lines.append(f"- bytes sent per filter change: {result['bytes sent per filter change']}")
    lines.append(f"- server memory at the end, MB: {result['server megabytes at the end']}")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
