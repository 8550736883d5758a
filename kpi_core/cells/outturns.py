"""What a value cell holds beside a plain figure, so that nothing printed in it is lost.

A bound (``<5``) is no value and no suppressed count either: how many were hidden and why is not
printed, so it stays a bound. Of two figures in a cell (``7.7 (7.6)``) the first is the cell's
own. A share printed with its parts (``17.1% (49 of 286)``) keeps them, if they agree.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kpi_core.cells import Problem
from kpi_core.cells.bounds import Bound, split_bound
from kpi_core.cells.durations import hours_from
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.cells.fractions import agree, is_fraction, maybe_a_date, share_of
from kpi_core.cells.marks import mark_from, split_mark
from kpi_core.cells.text import plain, quote, squeeze
from kpi_core.vocabulary import Mark, Unit

LONGEST_CELL = 200
MOST_NOTES = 4

_ARROWS = "↑↓→←↗↘⬆⬇➡▲▼►◄●■◆★"
_SIGN = re.compile(
    r"(?P<body>.*[0-9a-z%)\]]) ?(?P<note>[*†‡§^#]{1,3}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2}"
    rf"|\[[^\[\]]{{1,20}}\]|[{_ARROWS}]\ufe0f?|\b(?:red|amber|green))",
    re.IGNORECASE,
)
_LEADING_SIGN = re.compile(
    rf"(?P<note>[{_ARROWS}]\ufe0f?|(?:red|amber|green)\b[:,-]?) ?(?P<body>.*[0-9].*)", re.IGNORECASE
)
_MARK_WORD = re.compile(
    r"(?P<body>.*[0-9%]),? (?P<word>prov|provisional|est|estimated?|revised|forecast)\.?"
    r"|(?P<first>prov|provisional|est|estimated?|revised|forecast)[.:]? (?P<rest>.*[0-9].*)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"(?P<body>.*[^\s(]) ?\((?P<inside>[^()]*)\)")
_TAG = re.compile(r"</?(?:b|i|u|p|em|br|div|font|span|strong)(?: [^<>]*)?/?>", re.IGNORECASE)


@dataclass
class _Parts:
    """A cell taken apart from its ends; ``body`` is what is left of it."""

    body: str
    mark: Mark | None = None
    printed_mark: str = ""
    notes: list[str] = field(default_factory=list)
    also: list[Figure] = field(default_factory=list)
    shares: list[str] = field(default_factory=list)


def parse_outturn(text: str, decimal_comma: bool = False) -> Figure | Problem:
    """The figure of a value cell, with all that stands beside it.

    Args:
        text: as printed.
        decimal_comma: whether the column writes 17,1 for 17.1 (see :func:`uses_decimal_comma`).
    """
    printed = text.translate(_COMMA_FOR_POINT) if decimal_comma else text
    alone = parse_figure(printed)
    if isinstance(alone, Problem) and len(printed) <= LONGEST_CELL:
        marked_up = _MARKUP.search(printed)
        body = plain(html.unescape(_TAG.sub(" ", printed)) if marked_up else printed)
        alone = _stacked(printed) or _taken_apart(body)
    if isinstance(alone, Problem):
        return alone
    also = alone.also
    if decimal_comma:  # the others are kept as printed, too
        also = tuple(replace(one, raw=one.raw.translate(_COMMA_FOR_POINT)) for one in also)
    return replace(alone, raw=text, also=also)


def uses_decimal_comma(texts: Iterable[str]) -> bool:
    """Whether the figures of one column can only be read with a comma before their decimals.

    At least one has a comma that parts no thousands, and none has a point as its only mark. Where
    another has one that may part thousands (1,234 beside 1,23), a slip is likelier than a comma
    before three decimals.
    """
    commas = False
    for text in texts:
        body = plain(text)
        if re.search(r"[0-9]\.[0-9]", body) and not re.search(r"\.[0-9]{3},[0-9]", body):
            return False
        if re.search(r"(?<![0-9,.])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,])", body):
            return False
        commas = commas or bool(re.search(r"[0-9],[0-9]{1,2}(?![0-9,])", body))
    return commas


_COMMA_FOR_POINT = str.maketrans(",.", ".,")
_MARKUP = re.compile(r"<[a-z/]|&[a-z#0-9]+;", re.IGNORECASE)


def _stacked(text: str) -> Figure | None:
    """Figures on lines of their own: the first is the cell's, the others stood under it."""
    lines = [line for line in text.splitlines() if squeeze(line)]
    figures = [parse_figure(line) for line in lines]
    good = [figure for figure in figures if isinstance(figure, Figure)]
    if not 2 <= len(good) == len(lines) <= 3:
        return None
    return replace(good[0], also=tuple(good[1:]))


def _taken_apart(body: str) -> Figure | Problem:
    parts = _Parts(body)
    for _ in range(MOST_NOTES):
        if not isinstance(parse_figure(parts.body), Problem) or not _take_one(parts):
            break
    read = _core(parts)
    if isinstance(read, Problem):
        return read
    if read.mark and parts.mark:  # a figure has one mark; the second one is kept as printed
        parts.notes.append(parts.printed_mark)
    parts.notes += [f"({share})" for share in parts.shares]
    also, notes = tuple(parts.also[::-1]), tuple(parts.notes[::-1])
    return replace(read, mark=read.mark or parts.mark, also=also, notes=notes)


def _take_one(parts: _Parts) -> bool:
    """Take one mark, sign or bracket off the end of the body, or a sign off its start."""
    body, mark = split_mark(parts.body)
    if body != parts.body:
        if parts.mark:
            parts.notes.append(parts.printed_mark)
        parts.printed_mark = parts.body[len(body) :].strip()
        parts.body, parts.mark = body, mark
        return True
    worded = _MARK_WORD.fullmatch(parts.body)
    if worded and not parts.mark:
        parts.printed_mark = worded["word"] or worded["first"]
        parts.mark = mark_from(parts.printed_mark)
        parts.body = worded["body"] or worded["rest"]
        return True
    sign = _SIGN.fullmatch(parts.body) or _LEADING_SIGN.fullmatch(parts.body)
    if sign:
        parts.body = sign["body"]
        parts.notes.append(sign["note"])
        return True
    bracket = _BRACKET.fullmatch(parts.body)
    if bracket:
        parts.body = bracket["body"]
        _keep(bracket["inside"].strip(), parts)
    return bool(bracket)


def _keep(inside: str, parts: _Parts) -> None:
    """A second figure, the parts of a share, or a remark."""
    figure = parse_figure(inside)
    if is_fraction(inside):
        parts.shares.append(inside)
    elif isinstance(figure, Figure) and figure.value is not None:
        parts.also.append(figure)
    else:
        parts.notes.append(f"({inside})")


def _core(parts: _Parts) -> Figure | Problem:
    body = parts.body
    lone_digit = bool(parts.also) and len(parts.also[0].raw) == 1
    if lone_digit and not re.fullmatch(r"[0-9,]+", body):
        return Problem(f"{quote(body)} has a second figure or a footnote's number beside it")
    if is_fraction(body):
        return _share(parts)
    bounded = split_bound(body)
    if bounded:
        return _bounded(body, *bounded)
    hours = hours_from(body)
    read = parse_figure(body) if hours is None else Figure(body, hours, Unit.HOURS, None)
    return read if isinstance(read, Problem) else _with_shares(read, parts)


def _with_shares(figure: Figure, parts: _Parts) -> Figure | Problem:
    """The parts of a percentage in brackets behind it. What may be a date is a remark."""
    share = parts.shares[0] if len(parts.shares) == 1 else ""
    if share and figure.unit in (Unit.PERCENT, Unit.UNKNOWN):
        agreed = agree(figure, share)
        if isinstance(agreed, Figure) or not maybe_a_date(share):
            parts.shares.clear()
            return agreed
    return figure


def _bounded(body: str, bound: Bound, rest: str) -> Figure | Problem:
    hours = hours_from(rest)
    limit = parse_figure(rest) if hours is None else Figure(rest, hours, Unit.HOURS, None)
    if isinstance(limit, Problem) or limit.value is None:
        return Problem(f"{quote(body)} is not a number")
    return replace(limit, value=None, bound=bound, limit=limit.value)


def _share(parts: _Parts) -> Figure | Problem:
    """A share given by its parts, and as a percentage where one stands in brackets after it."""
    if len(parts.also) == 1 and parts.also[0].unit is Unit.PERCENT:
        return agree(parts.also.pop(), parts.body)
    return share_of(parts.body)
