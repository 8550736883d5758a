"""A pack as a tagged PDF after PDF/UA-1: headings, tables and pictures that can be read aloud."""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import typst

from kpi_core.packs.clean import clean
from kpi_core.packs.pieces import Pack, Part, Picture, Piece, Section, Table

TEMPLATE = Path(__file__).with_name("pack.typ")

FONTS = ("Liberation Sans", "Arial", "Libertinus Serif", "DejaVu Sans Mono")
"""The first two as on the screen's charts, where a machine has them; the others come with typst."""

STANDARD = "ua-1"

NOT_UNIVERSAL = (
    "Some letters of the report are in no font of the machine that made this file. They are kept "
    "as text and drawn as boxes, so the file does not claim to meet PDF/UA-1."
)
"""A file that claims the standard has to show every letter."""

_NO_LETTER = "could not be displayed"


def write_pdf(pack: Pack) -> bytes:
    """The pack as PDF: after PDF/UA-1, unless a letter of it is in no font."""
    try:
        return _compiled(pack, "", [STANDARD])
    except typst.TypstError as problem:
        if _NO_LETTER not in problem.message:
            raise
        return _compiled(pack, NOT_UNIVERSAL, [])


def _compiled(pack: Pack, note: str, standards: list[Any]) -> bytes:
    known = json.dumps(_described(pack, note), ensure_ascii=False)
    made, _ = typst.compile_with_warnings(
        TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"pack": known},
        pdf_standards=standards,
        timestamp=datetime.combine(pack.dated, time(), UTC),
    )
    assert isinstance(made, bytes), "without a file to write to, the document itself comes back"
    return made


def _described(pack: Pack, note: str) -> dict[str, Any]:
    """The pack as plain values, every text of it as a file can hold it."""
    described: dict[str, Any] = _cleaned(
        {
            "title": pack.title,
            "subtitle": pack.subtitle,
            "organisation": pack.organisation,
            "cover": _piece(pack.cover),
            "sections": [_section(section) for section in pack.sections],
            "footer": pack.footer,
            "note": note or None,
        }
    )
    when = (pack.dated.year, pack.dated.month, pack.dated.day)
    return {**described, "dated": when, "fonts": FONTS}


def _section(part: Section | Part) -> dict[str, Any]:
    return {
        "heading": part.heading,
        "pieces": [_piece(piece) for piece in part.pieces],
        "parts": [_section(below) for below in part.parts],
    }


def _piece(piece: Piece) -> dict[str, Any]:
    kind = {"kind": type(piece).__name__}
    match piece:
        case Picture():
            return {**kind, "svg": piece.content.decode(), "alt": piece.alt}
        case Table():
            shares, numbers = piece.shares(), sorted(piece.numbers)
            return {**kind, **vars(piece), "shares": shares, "numbers": numbers}
    return {**kind, **vars(piece)}


def _cleaned(part: Any) -> Any:
    if isinstance(part, str):
        return clean(part)
    if isinstance(part, dict):
        return {key: _cleaned(value) for key, value in part.items()}
    return [_cleaned(item) for item in part] if isinstance(part, list | tuple) else part
