"""What a pack is made of, whatever file it becomes: no piece knows of Word, slides or PDF.

Every text is plain: a writer puts it into its file as data, never as markup.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

WHOLE, WIDEST = 12, 75
"""Letters of a cell that should not be folded, and of one that widens its column no more."""

FOLDED = 0.8
"""How much a letter beyond those that should not be folded counts."""

BESIDE = 5
"""The room beside a cell's text, in letters."""

BOLD = 1.3
"""How much a letter of a heading counts, whose words are not folded at all."""


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class Written:
    """What the council wrote, exactly and with its line breaks."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Facts:
    """Labels, each with what is known."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table with one header row; the first cell of a row names it.

    ``numbers`` are the columns aligned right. ``brief`` are those that a slide has room for, all
    of them where it is empty.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    brief: tuple[int, ...] = ()

    def shares(self) -> tuple[float, ...]:
        """The part of the width that each column takes: more where more is written."""
        columns = zip(self.heads, *self.rows, strict=True)
        lengths = [
            max(_length(max(map(len, column))), _heading_length(column[0])) for column in columns
        ]
        return tuple(length / sum(lengths) for length in lengths)

    def shortened(self) -> "Table":
        """The same table with the columns that a slide has room for."""
        kept = self.brief or tuple(range(len(self.heads)))
        return Table(
            self.caption,
            tuple(self.heads[at] for at in kept),
            tuple(tuple(row[at] for at in kept) for row in self.rows),
            frozenset(new for new, at in enumerate(kept) if at in self.numbers),
        )


def _length(letters: int) -> float:
    """What the longest cell of a column asks for."""
    return BESIDE + min(letters, WHOLE) + FOLDED * max(min(letters, WIDEST) - WHOLE, 0)


def _heading_length(heading: str) -> float:
    """What the longest word of a heading asks for."""
    return BESIDE + BOLD * min(max(map(len, heading.split()), default=0), WHOLE)


@dataclass(frozen=True)
class Picture:
    """A finished picture, with its size in pixels of the page; ``alt`` states its finding."""

    content: bytes
    alt: str
    width: float
    height: float


Piece: TypeAlias = Text | Written | Bullets | Facts | Table | Picture


@dataclass(frozen=True)
class Part:
    """A part of a section under a heading of its own, with parts below it."""

    heading: str
    pieces: tuple[Piece, ...] = ()
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True)
class Section:
    """One section: what a page or a slide begins with. ``name`` is short, for where it goes on."""

    name: str
    heading: str
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...] = ()

    def all_pieces(self) -> Iterator[Piece]:
        """Every piece in reading order."""
        yield from self.pieces
        waiting = list(self.parts)
        while waiting:
            part = waiting.pop(0)
            yield from part.pieces
            waiting = [*part.parts, *waiting]


@dataclass(frozen=True)
class Pack:
    """A whole pack.

    ``dated`` is the last day of the period, which the properties of a file give as its date: a
    pack says nothing of the clock, so that the same view gives the same bytes.
    """

    title: str
    subtitle: str
    organisation: str
    cover: Facts
    sections: tuple[Section, ...]
    footer: str
    dated: date
