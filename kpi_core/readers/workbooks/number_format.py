"""A stored number as a person sees it in its cell, by the cell's number format."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, repeat

from kpi_core.formatting import rounded
from kpi_core.readers.workbooks.date_format import moment, show_duration, show_moment
from kpi_core.readers.workbooks.format_code import Section, sections
from kpi_core.readers.workbooks.full_number import as_decimal, in_full, plain_number

GENERAL = "General"


@dataclass(frozen=True)
class Shown:
    """``text`` as on screen; ``exact`` as in :class:`kpi_core.readers.Cell`.

    ``veiled`` says that the format shows something else than the number: a dash, or nothing.
    """

    text: str
    exact: str | None = None
    veiled: bool = False


def show(stored: float | str, code: str, *, from_1904: bool = False) -> Shown:
    """What a cell with this number and this format code shows.

    Args:
        stored: the number, or its text in the file.
        code: such as ``0.0%``, ``#,##0``, ``mmm-yy`` or ``General``.
        from_1904: whether the workbook counts days from 1904.
    """
    number = as_decimal(stored)
    if number is None:
        return Shown(str(stored))
    section, signed = _choose(sections(code or GENERAL), number)
    if section.has("date", "elapsed"):
        return Shown(_date(number, section, from_1904=from_1904))
    text = _filled(abs(number), section)
    placed = section.has("digit", "general", "text")
    if placed and any(character.isdigit() for character in text):
        text = f"-{text}" if signed and number < 0 else text
        whole = section.has("general", "text")
        return Shown(text, None if whole else in_full(text, number, [section.scale]))
    return Shown(text, plain_number(number), veiled=True)


def _choose(parts: Sequence[Section], number: Decimal) -> tuple[Section, bool]:
    """The section for the number, and whether the sign is still to be shown."""
    numeric = [part for part in parts if not part.has("text")] or parts
    if any(part.condition for part in numeric):
        chosen = next((part for part in numeric if part.meets(number)), numeric[-1])
        return chosen, not chosen.only_negative
    if number < 0 and len(numeric) > 1:
        return numeric[1], False
    if number == 0 and len(numeric) > 2:
        return numeric[2], False
    return numeric[0], True


def _date(number: Decimal, section: Section, *, from_1904: bool) -> str:
    if section.has("elapsed"):
        return show_duration(number)
    when = moment(number, from_1904=from_1904)
    return plain_number(number) if when is None else show_moment(when, section)


def _filled(size: Decimal, section: Section) -> str:
    """The number, without its sign, in the section's own texts."""
    if section.has("fraction"):
        return plain_number(size)  # halves and eighths are shown as the number that they are
    if section.has("digit"):
        return _digits(size, section).strip()
    number = plain_number(size)
    return "".join(
        number if token.kind in ("general", "text") else token.text for token in section.tokens
    ).strip()


def _digits(size: Decimal, section: Section) -> str:
    """Fill the digits of a number without sign into the places of the code."""
    size = size * section.scale
    if section.has("exponent"):
        return f"{float(size):.{len(section.decimals)}E}"
    whole, _, part = f"{rounded(size, len(section.decimals)):f}".partition(".")
    least = section.decimals.rfind("0") + 1  # what lies beyond is shown only where it is not zero
    part = part[:least] + part[least:].rstrip("0")
    whole = whole.lstrip("0").zfill(section.whole.count("0"))
    fill = chain(_spread(whole, section), part, repeat(""))
    point = ("" if section.whole else whole) + ("." if part else "")
    shown = {"point": point, "comma": ""}
    return "".join(
        next(fill) if token.kind == "digit" else shown.get(token.kind, token.text)
        for token in section.tokens
    )


def _spread(whole: str, section: Section) -> list[str]:
    """One piece for each place before the point; the first place takes all digits too many."""
    places = len(section.whole)
    if not places or not whole:
        return [""] * places
    if section.grouped:
        return [f"{int(whole):,}", *[""] * (places - 1)]
    head = max(0, len(whole) - places + 1)
    return [*[""] * (places - len(whole)), *([whole[:head]] if head else []), *whole[head:]]
