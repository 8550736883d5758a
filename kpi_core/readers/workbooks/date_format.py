"""Stored dates as people write them: ISO for a whole date, the file's own form for a month."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal

from kpi_core.readers.workbooks.format_code import Section, Token

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  # a spreadsheet's dates have no time zone
EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
"""Where workbooks of old Macintosh programs start counting days."""

LAST_DAY = 2_958_465
"""31 December 9999, the last day that a spreadsheet knows."""

LAST_FALSE_DAY = 60
"""Spreadsheets hold 1900 to be a leap year; before that day they count one less."""

_DAY = 86_400


def moment(serial: Decimal, *, from_1904: bool = False) -> datetime | None:
    """The date and time of a day count, to the second; None if there is no such date."""
    if not 0 <= serial < LAST_DAY + 1:
        return None
    early = not from_1904 and serial < LAST_FALSE_DAY
    start = EPOCH_1904 if from_1904 else EPOCH
    try:
        return start + timedelta(seconds=round(serial * _DAY)) + timedelta(days=early)
    except OverflowError:
        return None


def show_moment(when: datetime, section: Section) -> str:
    """The date as its format shows it: a day as ``2019-06-30``, months and times in their form."""
    tokens = _by_letter(section)
    kinds = {token.kind for token in tokens}
    if kinds & {"h", "minute", "s"}:
        time = clock((when.hour * 60 + when.minute) * 60 + when.second)
        return f"{when:%Y-%m-%d} {time}" if kinds & {"y", "d"} else time
    if "d" in kinds:
        return f"{when:%Y-%m-%d}"
    return "".join(_part(token, when) for token in tokens).strip()


def show_duration(serial: Decimal) -> str:
    """Hours beyond a day stay hours: ``[h]:mm`` of 1.5 is ``36:00``."""
    return clock(round(serial * _DAY))


def clock(seconds: int) -> str:
    """Hours and minutes, and seconds where there are any."""
    minutes, rest = divmod(abs(seconds), 60)
    text = f"{minutes // 60:02d}:{minutes % 60:02d}" + (f":{rest:02d}" if rest else "")
    return f"-{text}" if seconds < 0 else text


def _by_letter(section: Section) -> list[Token]:
    """The tokens, those of dates named by their first letter.

    ``m`` is months, but minutes right after hours or right before seconds.
    """
    tokens = [
        replace(token, kind=token.text[0].lower()) if token.kind in ("date", "elapsed") else token
        for token in section.tokens
    ]
    places = [at for at, token in enumerate(tokens) if token.kind in ("y", "m", "d", "h", "s")]
    letters = "".join(tokens[at].kind for at in places)
    for order, at in enumerate(places):
        after_hours = letters[:order].endswith("h")
        if letters[order] == "m" and (after_hours or letters[order + 1 :].startswith("s")):
            tokens[at] = replace(tokens[at], kind="minute")
    return tokens


def _part(token: Token, when: datetime) -> str:
    """Years and months as the code asks: ``yy``, ``yyyy``, ``m``, ``mm``, ``mmm``, ``mmmm``."""
    if token.kind == "y":
        return f"{when:%Y}" if len(token.text) > 2 else f"{when:%y}"
    if token.kind == "m":
        forms = {1: str(when.month), 2: f"{when:%m}", 3: f"{when:%b}", 5: f"{when:%b}"[0]}
        return forms.get(len(token.text), f"{when:%B}")
    return token.text
