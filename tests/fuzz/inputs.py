"""One random file for a format and a number: the same number gives the same bytes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from tests.fuzz import damage
from tests.fuzz.random_tables import Filled, Table, scorecard, table, with_numbers
from tests.fuzz.writers import WRITERS

WITH_NUMBERS = {"xlsx", "xlsm", "xls", "ods"}

ARCHIVES = {"xlsx", "xlsm", "ods", "docx"}

MAGIC = {
    **dict.fromkeys(ARCHIVES, b"PK\x03\x04"),
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "pdf": b"%PDF-1.7\n",
    "html": b"<html><table>",
    "htm": b"<table><tr><td>",
}

DAMAGED_INSIDE: dict[str, Callable[[bytes, Random], bytes]] = {
    **dict.fromkeys(ARCHIVES, damage.as_archive),
    "html": damage.as_markup,
    "htm": damage.as_markup,
    "pdf": damage.as_numbers,
}

BASES = 12
"""Well-formed files of each format that damage is done to."""

WHEN = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
"""The time of writing, the one thing in which two files of one table differ."""


@dataclass(frozen=True)
class Input:
    """``kind`` says how it came about; ``table`` is what it holds, where nothing is damaged."""

    kind: str
    content: bytes
    table: Filled | Table | None = None


def make(format_: str, number: int) -> Input:
    """The input of this number."""
    rng = Random(f"{format_} {number}")  # noqa: S311 - repeatable is what it has to be
    chance = rng.random()
    if chance < 0.4:
        given = with_numbers(table(rng), rng) if format_ in WITH_NUMBERS else table(rng)
        return Input("table", _written(format_, given, rng), given)
    base = _base(format_, rng.randrange(BASES))
    if chance < 0.7:
        inside = DAMAGED_INSIDE.get(format_, damage.as_bytes)
        return Input("damaged inside", inside(base, rng))
    if chance < 0.95:
        return Input("damaged bytes", damage.as_bytes(base, rng))
    return Input("random bytes", MAGIC.get(format_, b"") + rng.randbytes(rng.randrange(3_000)))


@cache
def _base(format_: str, number: int) -> bytes:
    rng = Random(f"base of {format_} {number}")  # noqa: S311
    given = scorecard(rng)
    return _written(format_, with_numbers(given, rng) if format_ in WITH_NUMBERS else given, rng)


def _written(format_: str, given: Filled | Table, rng: Random) -> bytes:
    content = WRITERS[format_](given, rng)
    if format_ not in ARCHIVES:
        return content
    parts = (
        (name, WHEN.sub(b"2020-04-01T00:00:00", part)) for name, part in damage.parts_of(content)
    )
    return damage.packed(list(parts))
