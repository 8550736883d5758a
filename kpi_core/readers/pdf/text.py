"""Words into lines, and lines that were wrapped into one text again."""

import re
from collections.abc import Iterable, Sequence

from kpi_core.readers.pdf.geometry import Box
from kpi_core.readers.pdf.letters import Word

SAME_LINE = 0.5
"""Middles closer than this share of the letter size are on one line."""

FIGURE = re.compile(r"(?=.*\d|[-–—−.*]$)[#£$€<>≤≥=~±+()\d\s.,/:;%–—−*-]+(?:[kKmM]|bn|pp|M)?")
"""A figure, a period in figures or a dash: what is never the second half of a wrapped text."""

HYPHEN = re.compile(r"\S[-‐–]$")


def visual_lines(words: Iterable[Word]) -> list[list[Word]]:
    """Words by the line that they stand on, from top to bottom and left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.box.middle[1]):
        if lines and _on_line(word, lines[-1][0]):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.box.x0) for line in lines]


def _on_line(word: Word, first: Word) -> bool:
    distance = word.box.middle[1] - first.box.middle[1]
    return distance < SAME_LINE * min(word.size, first.size)


def stretches(line: Sequence[Word], gap: float) -> list[list[Word]]:
    """A line cut where the space between words is wider than ``gap`` letter sizes."""
    parts: list[list[Word]] = []
    for word in line:
        if parts and word.box.x0 - parts[-1][-1].box.x1 <= gap * min(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def flowing(words: Iterable[Word]) -> str:
    """The text of one cell or paragraph: its lines joined by a space, after a hyphen by none."""
    text = ""
    for line in visual_lines(words):
        text = joined(text, " ".join(word.text for word in line))
    return text


def joined(first: str, second: str) -> str:
    if not first or not second:
        return first or second
    return first + ("" if HYPHEN.search(first) else " ") + second


def is_figure(text: str) -> bool:
    return FIGURE.fullmatch(text) is not None


def box_of(words: Iterable[Word]) -> Box:
    return Box.around(word.box for word in words)


def fits_above(upper: Sequence[Word], lower: Sequence[Word], width: float) -> bool:
    """The first word of the lower line would have fitted into the upper: no wrap parts the two."""
    space = upper[-1].size / 4
    return box_of(upper).width + space + lower[0].box.width <= width
