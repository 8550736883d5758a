"""Stored numbers without the dust of binary arithmetic, in full and in the form of a text."""

import re
from decimal import Decimal, InvalidOperation

DIGITS = 15
"""What a double holds exactly, and what spreadsheets keep of a number."""

LARGEST_POWER = 308
"""No double is larger; a text that says so would take memory without end to write out."""

_NUMBER = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]*\.?[0-9]+(?:E[+-]?[0-9]{1,3})?", re.IGNORECASE
)
_SCALES = (Decimal(1), Decimal("1e-3"), Decimal("1e-6"))
"""Shown as stored, in thousands, in millions."""


def as_decimal(stored: float | str) -> Decimal | None:
    """The number with fifteen digits: 17.100000000000001 is 17.1. None if it is no number."""
    try:
        number = Decimal(str(stored))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > LARGEST_POWER:
        return None if number else Decimal(0)
    last = number.adjusted() - DIGITS + 1
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and exponent < last:
        number = round(number.scaleb(-last)) * Decimal(1).scaleb(last)
    return number


def plain_number(number: Decimal) -> str:
    """All its digits, no exponent and no zeros at the end: ``347``, ``0.1713``, ``-5``."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def in_full(text: str, number: Decimal) -> str | None:
    """The shown text with the whole stored number in it: ``17.13%`` for ``17.1%`` of 0.1713.

    None where the text shows all of it, or where no number of the text, nor two of them, can be
    told to be the stored one, rounded.
    """
    size = abs(number)
    found = [
        (match, whole)
        for match in _NUMBER.finditer(text)
        for whole in [_whole(match[0], size, percent="%" in text)]
        if whole is not None
    ]
    if len(found) != 1:
        return None
    match, whole = found[0]
    if whole == Decimal(match[0].replace(",", "")):
        return None
    written = plain_number(whole)
    if "," in match[0]:
        units, point, part = written.partition(".")
        written = f"{int(units):,}{point}{part}"
    return text[: match.start()] + written + text[match.end() :]


def _whole(shown: str, size: Decimal, *, percent: bool) -> Decimal | None:
    """The stored number at the scale of the shown one, if it is what was rounded."""
    printed = Decimal(shown.replace(",", ""))
    exponent = printed.as_tuple().exponent
    assert isinstance(exponent, int), "the pattern lets only finite numbers through"
    half = Decimal(1).scaleb(exponent) / 2
    scales = (Decimal(100), Decimal(1)) if percent else _SCALES
    wholes = (size * scale for scale in scales)
    return next((whole for whole in wholes if abs(whole - printed) <= half), None)
