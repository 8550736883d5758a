"""Random files for every reader: ``python -m tests.fuzz --inputs 100000 --seconds 3000``.

Prints counts for each format and, for each failure, the number that makes its file again:
``python -m tests.fuzz --format xlsx --first 123 --inputs 1 --keep folder``. Ends with 1 after a
failure.
"""

import argparse
import faulthandler
import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.inputs import make
from tests.fuzz.trial import formats, in_this_process, trial

STUCK = 60
"""Seconds after which an input that does not even let itself be stopped ends the run."""

SHOWN = 20
"""Failures of one format that are printed."""


def main() -> int:
    given = _arguments()
    ends = time.monotonic() + given.seconds
    chosen = given.format or formats()
    failed = 0
    with in_this_process():
        for at, format_ in enumerate(chosen):
            share = (ends - time.monotonic()) / (len(chosen) - at)
            failed += _run(format_, given, time.monotonic() + share)
    return int(failed > 0)


def _run(format_: str, given: argparse.Namespace, until: float) -> int:
    counts: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    started, failures = time.monotonic(), 0
    for number in range(given.seed + given.first, given.seed + given.first + given.inputs):
        if time.monotonic() > until:
            break
        faulthandler.dump_traceback_later(STUCK, exit=True)
        if given.keep:
            given.keep.mkdir(exist_ok=True)
            (given.keep / f"{number}.{format_}").write_bytes(make(format_, number).content)
        outcome = trial(format_, number)
        counts["read" if outcome.read else "refused"] += 1
        kinds[outcome.kind] += outcome.read
        if outcome.failure:
            failures += 1
            if failures <= SHOWN:
                _say(f"  {format_} {number} ({outcome.kind}): {outcome.failure}")
    faulthandler.cancel_dump_traceback_later()
    total, seconds = counts.total(), time.monotonic() - started
    _say(
        f"{format_}: {total} inputs in {seconds:.0f} s, {counts['read']} read "
        f"({', '.join(f'{kind} {n}' for kind, n in sorted(kinds.items()))}), "
        f"{counts['refused']} refused, {failures} failures"
    )
    return failures


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--inputs", type=int, default=1_000, help="for each format")
    parser.add_argument("--seed", type=int, default=1, help="number of the first input")
    parser.add_argument("--first", type=int, default=0, help="added to the seed")
    parser.add_argument("--seconds", type=float, default=3_000, help="for all formats together")
    parser.add_argument("--format", action="append", help="one of them; all else")
    parser.add_argument("--keep", type=Path, help="folder for the files, to look at them")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
