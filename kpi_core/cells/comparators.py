"""Benchmarks as quoted in a report: whose figures, and which group the row names (S8, B1).

A cell holds one figure, whose group stands in the next column, or several with a group each
(``SN 21%, NW 21%, Eng 20%``). No figure is given to a group that is not named.
"""

import re
from dataclasses import dataclass, replace

from kpi_core.cells import Problem
from kpi_core.cells.dates import MONTH
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import plain, quote, squeeze

_GROUPS: dict[str, tuple[str, ...]] = {
    "statistical-neighbours": (
        *("statistical neighbours", "statistical neighbour", "statistical neighbors"),
        *("stat neighbours", "stat neighbour", "sn", "sns"),
    ),
    "nearest-neighbours": (
        *("nearest neighbours", "nearest neighbour", "nearest neighbors", "nn"),
        *("cipfa nearest neighbours", "cipfa neighbours", "cipfa"),
    ),
    "england": ("england", "eng", "national", "nat"),
    "north-west": ("north west", "nw"),
    "north-east": ("north east", "ne"),
    "yorkshire-and-the-humber": (
        *("yorkshire and the humber", "yorkshire and humber", "yorkshire and humberside"),
        *("y and h", "yh"),
    ),
    "east-midlands": ("east midlands", "em"),
    "west-midlands": ("west midlands", "wm"),
    "east-of-england": ("east of england", "eastern", "eoe"),
    "london": ("london",),
    "south-east": ("south east", "se"),
    "south-west": ("south west", "sw"),
}
_BY_ALIAS = {alias: group for group, aliases in _GROUPS.items() for alias in aliases}
# Words that say how or of whom the figure was taken, not which group it is.
_TAIL = re.compile(
    r" (?:average|averages|avg|mean|median|las|local authorities|authorities|councils|region)$"
)
_PARTS = re.compile(r"[;|\n]| / |,(?![0-9]{3}(?![0-9]))")
_YEARS = r"(?:19|20)[0-9]{2}[/-](?:[0-9]{4}|[0-9]{2})"
_WHEN = rf"(?:(?:q[1-4]|quarter [1-4]|{MONTH}|year (?:ending|to)|[0-9]{{1,2}}|to|-) ?){{0,4}}"
_STATED = (  # in brackets a year alone is a period too; outside it may be the figure
    re.compile(
        rf"\((?P<when>{_WHEN}(?:{_YEARS}|(?:19|20)[0-9]{{2}}|[0-9]{{2}}/[0-9]{{2}})(?: q[1-4])?)\)",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<when>(?:Q[1-4] ?)?{_YEARS}(?: ?Q[1-4])?)", re.IGNORECASE),
)
_ORDERED = re.compile(
    r"\brank(?:ed|ing)?\b|#[0-9]|\b[0-9]+(?:st|nd|rd|th)\b|\b(?:quartile|quintile|decile)\b",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[ :=]+")
_LONGEST_CELL = 500


@dataclass(frozen=True)
class Quoted:
    """One comparator's figure. ``group`` is a key such as ``england``.

    ``label`` is the group as printed beside the figure, or empty if the group column named it;
    ``stated`` is the period as printed beside it, such as ``2018/19``, or empty. Whether it is one
    is for :func:`kpi_core.periods.parse_period` to say.
    """

    group: str
    label: str
    figure: Figure
    stated: str = ""


@dataclass(frozen=True)
class QuotedCell:
    """All figures of one benchmark cell; ``named`` is the group of the group column, if any."""

    figures: tuple[Quoted, ...]
    named: str | None


def parse_group(text: str) -> str | Problem | None:
    """The key of a comparator group, None for a dash or blank, a Problem for an unknown name."""
    if missing_from(text):
        return None
    if len(text) > _LONGEST_CELL:
        return Problem(f"{quote(text)} is too long for a comparator group")
    key = re.sub(r"['.]", "", plain(text).casefold().replace("&", " and ").replace("-", " "))
    key = " ".join(key.split())
    while key not in _BY_ALIAS and _TAIL.search(key):
        key = _TAIL.sub("", key)
    return _BY_ALIAS.get(key) or Problem(f"{quote(text)} is not a known comparator group")


def parse_comparators(text: str, group_text: str) -> QuotedCell | Problem:
    """The quoted figures of a benchmark cell, read with the group column beside it."""
    named = parse_group(group_text)
    if isinstance(named, Problem):
        return named
    if missing_from(text):
        return QuotedCell((), named)
    if len(text) > _LONGEST_CELL:
        return Problem(f"{quote(text)} is too long for a benchmark")
    parts = [_quoted(part, named) for part in _PARTS.split(text) if squeeze(part)]
    figures = tuple(part for part in parts if isinstance(part, Quoted))
    problems = [part for part in parts if isinstance(part, Problem)]
    if len({figure.group for figure in figures}) < len(figures):
        problems.append(Problem(f"{quote(text)} gives two figures for one comparator group"))
    if not parts:
        problems.append(Problem(f"{quote(text)} holds no figure"))
    return problems[0] if problems else QuotedCell(figures, named)


def _quoted(part: str, named: str | None) -> Quoted | Problem:
    quoted = _undated(part.strip(), named)
    if isinstance(quoted, Quoted):
        return quoted
    for stated in filter(None, (form.search(part) for form in _STATED)):
        left = squeeze(f"{part[: stated.start()]} {part[stated.end() :]}")
        dated = _undated(left, named)
        if isinstance(dated, Quoted):
            return replace(dated, stated=stated["when"])
    if _ORDERED.search(part):
        return Problem(f"{quote(part)} is a rank or a place in an order, not a figure")
    return quoted


def _undated(part: str, named: str | None) -> Quoted | Problem:
    """A figure alone, or with its group before or behind it."""
    alone = parse_figure(part)
    if isinstance(alone, Figure):
        if named is None:
            return Problem(f"{quote(part)} names no comparator group, nor does its column")
        return Quoted(named, "", alone)
    for joint in _JOINTS.finditer(part):
        before, after = part[: joint.start()], part[joint.end() :]
        for label, figure in ((before, after), (after.strip("()"), before)):
            quoted = _labelled(label, figure)
            if quoted:
                return quoted
    return Problem(f"{quote(part)} is not a figure with a known comparator group")


def _labelled(label: str, printed: str) -> Quoted | None:
    group, figure = parse_group(label), parse_figure(printed)
    if isinstance(group, str) and isinstance(figure, Figure):
        return Quoted(group, label, figure)
    return None
