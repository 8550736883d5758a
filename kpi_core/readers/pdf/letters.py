"""The letters of a page as words: level, turned by a quarter, or slanted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import product
from typing import Any

from pdfplumber.page import Page
from pdfplumber.utils.text import WordExtractor

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.raised import raised

WORD_GAP = 0.2
"""A wider gap, as a share of the letter size, ends a word where no space is written."""

SHADOW = 0.1
"""The same letter printed again so close to the first, in letter sizes, only makes it bold."""

SHADOW_GRID = 8.0
"""Letters are looked for in squares of so many points; larger type casts no shadow here."""

LEVEL = 0.1
"""How far a line may rise on its length and still count as level."""

SMALL = 0.8
"""Share of the size of the letter before, up to which a digit may be a footnote's."""

RISE = 0.1
"""How far such a digit stands above the line at least, as a share of that size."""

Letter = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    box: Box

    @property
    def size(self) -> float:
        return self.box.height


class Way(Enum):
    """Which way text runs."""

    LEVEL = "level"
    UP = "up"
    DOWN = "down"
    SLANTED = "slanted"


def way_of(letter: Letter) -> Way:
    """From the matrix that the letter is printed with."""
    along, rise = letter["matrix"][0], letter["matrix"][1]
    if abs(rise) <= LEVEL * abs(along):
        return Way.LEVEL
    if abs(along) <= LEVEL * abs(rise):
        return Way.UP if rise > 0 else Way.DOWN
    return Way.SLANTED


def letters_of(page: Page) -> list[Letter]:
    """Each letter once: some programs make bold type by printing it twice, a hair apart."""
    seen: dict[tuple[str, int, int], list[Box]] = {}
    letters = []
    for letter in page.chars:
        box = box_of(letter)
        column, row = int(box.x0 // SHADOW_GRID), int(box.top // SHADOW_GRID)
        near = (
            other
            for at in product((column - 1, column, column + 1), (row - 1, row, row + 1))
            for other in seen.get((letter["text"], *at), ())
        )
        if not any(_shadows(box, other, SHADOW * letter["size"]) for other in near):
            letters.append(letter)
        seen.setdefault((letter["text"], column, row), []).append(box)
    return letters


def _shadows(box: Box, other: Box, near: float) -> bool:
    return abs(box.x0 - other.x0) < near and abs(box.top - other.top) < near


def level_words(letters: Sequence[Letter]) -> Iterator[Word]:
    """Words that are read from left to right."""
    level = [one for one in letters if way_of(one) is Way.LEVEL]
    yield from _extracted(
        list(_with_raised_digits(level)),
        WordExtractor(x_tolerance_ratio=WORD_GAP),
    )


def _with_raised_digits(letters: Iterable[Letter]) -> Iterator[Letter]:
    """Small digits above the line, right behind a letter, are the number of a footnote.

    They stay in the word and on its line, as the raised digits that they look like.
    """
    base: Letter | None = None
    for letter in letters:
        if base is not None and _is_raised(letter, base):
            line = {key: base[key] for key in ("top", "bottom", "doctop", "size")}
            yield {**letter, **line, "text": raised(letter["text"])}
            base = {**base, "x1": letter["x1"]}
        else:
            yield letter
            base = letter


def _is_raised(letter: Letter, base: Letter) -> bool:
    size = base["size"]
    small = letter["text"].isdecimal() and letter["size"] <= SMALL * size
    behind = -WORD_GAP * size <= letter["x0"] - base["x1"] <= WORD_GAP * size
    above = RISE * size <= base["bottom"] - letter["bottom"] <= size
    return bool(small and behind and above)


def turned_lines(letters: Sequence[Letter]) -> Iterator[Word]:
    """Lines of text that run up or down the page."""
    for way, upwards in ((Way.UP, True), (Way.DOWN, False)):
        extractor = WordExtractor(
            x_tolerance_ratio=WORD_GAP,
            keep_blank_chars=True,
            char_dir_rotated="btt" if upwards else "ttb",
        )
        yield from _extracted([one for one in letters if way_of(one) is way], extractor)


def slanted_text(letters: Sequence[Letter]) -> Iterator[Word]:
    """All slanted letters of a page as one word: a stamp such as "Draft" is no part of a table."""
    slanted = [one for one in letters if way_of(one) is Way.SLANTED]
    if slanted:
        text = "".join(str(one["text"]) for one in slanted)
        yield Word(text, Box.around(box_of(one) for one in slanted))


def _extracted(letters: list[Letter], extractor: WordExtractor) -> Iterator[Word]:
    for word in extractor.extract_words(letters):
        yield Word(str(word["text"]), box_of(word))


def box_of(drawn: Letter) -> Box:
    return box_from((drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"]))


def box_from(corners: tuple[float, float, float, float]) -> Box:
    return Box(*(float(corner) for corner in corners))
