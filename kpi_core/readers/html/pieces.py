"""An element's content in reading order: text, line breaks, ends of blocks, and tables."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from lxml.html import HtmlElement

from kpi_core.readers.html.style import Styles
from kpi_core.readers.raised import raised

UNSEEN = frozenset(
    (
        *("base", "col", "colgroup", "datalist", "head", "link", "meta", "noscript", "param"),
        *("script", "style", "template"),
    )
)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li"),
        *("main", "nav", "ol", "option", "p", "pre", "section", "summary", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "ul"),
    )
)
CELLS = frozenset(("td", "th"))
STRUCK = frozenset(("del", "s", "strike"))
BLANKS = re.compile(r"[ \t\n\r\f]+")


class Break(Enum):
    """Where one line or one block ends."""

    LINE = "line"
    BLOCK = "block"


@dataclass(frozen=True)
class Piece:
    """Text, a break or a table; ``hidden`` if a browser does not show it."""

    what: "str | Break | HtmlElement"
    hidden: bool = False


def pieces(
    element: HtmlElement,
    styles: Styles,
    hidden: bool = False,
    outside: frozenset[str] = frozenset(),
) -> Iterator[Piece]:
    """The content of an element, of which nothing inside tags of ``outside``."""
    yield from _own_text(element, hidden)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNSEEN | outside:
            yield from _child(child, styles, hidden or styles.hides(child), outside)
        if child.tail:
            yield Piece(child.tail, hidden)


def _own_text(element: HtmlElement, hidden: bool) -> Iterator[Piece]:
    text = element.text or ""
    if element.tag != "pre":
        yield Piece(text, hidden)
        return
    for line in text.split("\n"):
        yield Piece(line, hidden)
        yield Piece(Break.LINE, hidden)


def _child(
    child: HtmlElement, styles: Styles, hidden: bool, outside: frozenset[str]
) -> Iterator[Piece]:
    if child.tag == "table":
        yield Piece(child, hidden)
    elif child.tag == "br":
        yield Piece(Break.LINE, hidden)
    elif child.tag == "img":
        yield Piece(child.get("alt") or "", hidden)
    elif child.tag == "input":
        yield Piece(_entered(child), hidden)
    elif child.tag in BLOCKS:
        yield Piece(Break.BLOCK, hidden)
        yield from pieces(child, styles, hidden, outside)
        yield Piece(Break.BLOCK, hidden)
    elif child.tag in STRUCK or child.tag == "sup":
        for piece in pieces(child, styles, hidden, outside):
            yield _as_it_looks(piece, str(child.tag))
    else:
        yield from pieces(child, styles, hidden, outside)


def _as_it_looks(piece: Piece, tag: str) -> Piece:
    """Raised digits as such; a figure that is struck through apart from the one in its place."""
    if not isinstance(piece.what, str):
        return piece
    return Piece(raised(piece.what) if tag == "sup" else f" {piece.what} ", piece.hidden)


def _entered(field: HtmlElement) -> str:
    """What a form field shows."""
    kind = (field.get("type") or "text").lower()
    return (field.get("value") or "") if kind in ("text", "number", "date", "button") else ""


def joined(found: Iterable[Piece]) -> str:
    """The text of pieces as a browser shows it; a table between them is not looked at."""
    lines = [""]
    for piece in found:
        if isinstance(piece.what, str):
            lines[-1] += piece.what
        elif piece.what is Break.LINE or (piece.what is Break.BLOCK and lines[-1].strip()):
            lines.append("")
    return "\n".join(BLANKS.sub(" ", line).strip(" ") for line in lines).strip("\n")
