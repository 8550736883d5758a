"""One cell of an ODS workbook. The file holds the text that was shown, beside the value."""

import re
from collections.abc import Collection
from datetime import datetime
from decimal import Decimal

from odfdo import Annotation, Element, Header, LineBreak, Paragraph, Spacer, Tab

from kpi_core.readers.limits import MOST_CHARACTERS
from kpi_core.readers.raised import raised
from kpi_core.readers.workbooks.date_format import clock
from kpi_core.readers.workbooks.full_number import as_decimal, in_full, plain_number
from kpi_core.readers.workbooks.number_format import Shown
from kpi_core.readers.workbooks.ods_styles import DateForm, Styles, attribute, count

BOOLEANS = {"true": "TRUE", "false": "FALSE"}
NUMBERS = ("float", "percentage", "currency")
DURATION = re.compile(
    r"(-?)P(?:([0-9]{1,9})D)?(?:T(?:([0-9]{1,9})H)?(?:([0-9]{1,9})M)?"
    r"(?:([0-9]{1,9})(?:[.,][0-9]+)?S)?)?"
)


def shown_text(cell: Element, raised_styles: Collection[str] = ()) -> str | None:
    """The paragraphs of a cell, a line each; None where the file holds none."""
    parts = (part for part in cell.children if isinstance(part, Paragraph | Header))
    paragraphs = [_text(part, raised_styles) for part in parts]
    return "\n".join(paragraphs) if paragraphs else None


def comment(cell: Element) -> str | None:
    """The comment on a cell, its paragraphs a line each."""
    notes = [shown_text(part) for part in cell.children if isinstance(part, Annotation)]
    return "\n".join(note for note in notes if note) if notes else None


def shown(cell: Element, styles: Styles, style: str) -> Shown:
    """What the cell shows; dates and times in the form that all readers give them."""
    text, kind = shown_text(cell, styles.raised), attribute(cell, "office:value-type")
    if kind in NUMBERS:
        scales = (Decimal(100),) if kind == "percentage" else styles.scales(style)
        return _number(text, attribute(cell, "office:value"), kind, scales)
    if kind == "date" and (text is None or styles.date_form(style).day):
        form = styles.date_form(style)
        return Shown(_date(attribute(cell, "office:date-value"), form) or text or "")
    if kind == "time":
        return Shown(_time(attribute(cell, "office:time-value")) or text or "")
    if kind == "boolean" and text is None:
        return Shown(BOOLEANS.get(attribute(cell, "office:boolean-value"), ""))
    return Shown(attribute(cell, "office:string-value") if text is None else text)


def _number(text: str | None, stored: str, kind: str, scales: tuple[Decimal, ...]) -> Shown:
    number = as_decimal(stored)
    if number is None:
        return Shown(text or stored)
    if text is None:
        percent = kind == "percentage"
        return Shown(f"{plain_number(number * 100)}%" if percent else plain_number(number))
    text = text.strip()  # blanks in the width of a bracket line numbers up
    if any(character.isdigit() for character in text):
        return Shown(text, in_full(text, number, scales))
    if text in BOOLEANS.values():  # a formula that gives yes or no stores a number
        return Shown(text)
    return Shown(text, plain_number(number), veiled=True)


def _date(stored: str, form: DateForm) -> str | None:
    """The day in ISO form, with its time where the format shows one; None if it is no date."""
    try:
        when = datetime.fromisoformat(stored)
    except ValueError:
        return None
    seconds = (when.hour * 60 + when.minute) * 60 + when.second
    return f"{when:%Y-%m-%d} {clock(seconds)}" if form.time else f"{when:%Y-%m-%d}"


def _time(stored: str) -> str | None:
    """Hours and minutes of a duration such as PT07H30M00S; None if it is none."""
    match = DURATION.fullmatch(stored)
    if not match:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    return clock(-total if match[1] else total)


def _text(element: Element, raised_styles: Collection[str]) -> str:
    """All text below an element, its own blanks and breaks written out."""
    pieces = (_piece(child, raised_styles) + (child.tail or "") for child in element.children)
    return element.text + "".join(pieces)


def _piece(child: Element, raised_styles: Collection[str]) -> str:
    if isinstance(child, Spacer):
        return " " * min(count(child, "text:c"), MOST_CHARACTERS + 1)
    if isinstance(child, Tab | LineBreak):
        return "\t" if isinstance(child, Tab) else "\n"
    text = "" if isinstance(child, Annotation) else _text(child, raised_styles)
    return raised(text) if attribute(child, "text:style-name") in raised_styles else text
