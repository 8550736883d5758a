"""The parts of a letter. Every text is data: whoever writes the letter escapes it."""

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias


class Heading(NamedTuple):
    """``level`` 2 is a report, 3 a kind of change in it; the letter's title is 1."""

    text: str
    level: int


class Line(NamedTuple):
    """A paragraph."""

    text: str


class Entry(NamedTuple):
    """One change, and what to know about it."""

    text: str
    notes: tuple[str, ...] = ()


class Entries(NamedTuple):
    """Changes of one kind."""

    items: tuple[Entry, ...]


Block: TypeAlias = Heading | Line | Entries


@dataclass(frozen=True)
class Letter:
    """A letter in English."""

    title: str
    blocks: tuple[Block, ...]
