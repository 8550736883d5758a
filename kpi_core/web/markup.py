"""Small builders of HTML for ``st.html``. Every text that comes in is escaped here, once.

A ``Safe`` string is HTML that one of these builders made; anything else is text. Screens never
write tags around data themselves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from kpi_core.selection import on_screen
from kpi_core.vocabulary import status_symbol

LINK_CLASS = "kpi-go"
"""Links with this class change the view without a full load (see ``static/links.js``)."""


class Safe(str):
    """HTML made by a builder of this module: not escaped again."""

    __slots__ = ()


BLANK = Safe('<span class="kpi-blank">&nbsp;</span>')
"""Stands in an empty cell, which is left out where cells are stacked."""


def text(value: object) -> Safe:
    """Any value as HTML text; ``Safe`` stays as it is and a missing one becomes empty."""
    if isinstance(value, Safe):
        return value
    missing = value is None or (isinstance(value, float) and value != value)  # noqa: PLR0124
    return Safe("" if missing else escape(str(value)))


def tag(name: str, *content: object, **attributes: object) -> Safe:
    """One element. ``class_`` is ``class``, underscores become hyphens, None leaves one out."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Safe(f"<{name}{given}>{''.join(text(part) for part in content)}</{name}>")


def image(source: str, alt: str, **attributes: object) -> Safe:
    """A picture from an address of data; ``alt`` says in words what it shows."""
    opened = tag("img", src=source, alt=alt, **attributes)
    return Safe(opened.removesuffix("</img>"))


def join(parts: Iterable[object], between: str = "") -> Safe:
    return Safe(text(between).join(text(part) for part in parts))


def link(href: str, *content: object, **attributes: object) -> Safe:
    """A link to another view of the app; ``href`` comes from ``kpi_core.web.address``."""
    extra = attributes.pop("class_", None)
    classes = f"{LINK_CLASS} {extra}" if extra else LINK_CLASS
    return tag("a", *content, href=href, class_=classes, **attributes)


def chip(status: str, word: str, symbol: str, *, declared: bool = True) -> Safe:
    """A status as shape and word on its colour; a computed one is drawn hollow.

    ``status`` is the stored word: ``red``, ``amber``, ``green``, ``exceeded`` or ``not_rated``.
    """
    hollow = "" if declared else " kpi-hollow"
    shape = tag("span", symbol, aria_hidden="true")
    return tag("span", shape, f" {word}", class_=f"kpi-chip kpi-{status}{hollow}")


def status_label(status: str, *, declared: bool = True) -> Safe:
    """A status as the chip that it has in every table: shape and word."""
    return chip(status, on_screen(status), status_symbol(status), declared=declared)


@dataclass(frozen=True)
class Column:
    """A heading of a table. ``number`` aligns right, ``phrase`` keeps room for a few words."""

    label: object
    number: bool = False
    phrase: bool = False

    @property
    def kind(self) -> str | None:
        """The class of its cells."""
        return "kpi-number" if self.number else "kpi-phrase" if self.phrase else None

    def heading(self) -> Safe:
        return tag("th", self.label, scope="col", role="columnheader", class_=self.kind)


def table(
    caption: object,
    columns: Sequence[Column | str],
    rows: Iterable[Sequence[object]],
    *,
    running: object = None,
    classes: str = "",
) -> Safe:
    """A real table: caption, headings with scope, the first cell of a row as its heading.

    Below 640 px each row is stacked and each cell shows its heading; the roles keep it a table
    for assistive technology all the same. ``running`` is printed above the headings on every sheet:
    filters, period, legend. Classes known to the style sheet: ``kpi-wide``, ``kpi-counts``.
    """
    heads = [column if isinstance(column, Column) else Column(column) for column in columns]
    head = tag("tr", *(column.heading() for column in heads), role="row")
    if running:
        line = tag("td", running, colspan=len(heads))
        head = Safe(tag("tr", line, class_="kpi-running", aria_hidden="true") + head)
    opening = [_opening(column, first=at == 0) for at, column in enumerate(heads)]
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", head, role="rowgroup"),
        tag("tbody", Safe("".join(_row(opening, row) for row in rows)), role="rowgroup"),
        class_=f"kpi-table {classes}".strip(),
        role="table",
    )


def scrolling(name: str, content: Safe) -> Safe:
    """A place of its own for what may be wider than the page, which the keyboard can scroll too."""
    return tag("div", content, class_="kpi-scroll", role="region", aria_label=name, tabindex="0")


def _opening(column: Column, *, first: bool) -> tuple[str, str]:
    """The tags around a column's cells, the same in every row."""
    kind = column.kind
    label = column.label if not isinstance(column.label, Safe) else None
    if first:
        made = tag("th", scope="row", role="rowheader", class_=kind)
    else:
        made = tag("td", role="cell", class_=kind, data_label=label)
    return made[:-5], made[-5:]


def _row(opening: Sequence[tuple[str, str]], cells: Sequence[object]) -> str:
    parts = zip(opening, cells, strict=True)
    made = (f"{start}{text(cell) or BLANK}{end}" for (start, end), cell in parts)
    return f'<tr role="row">{"".join(made)}</tr>'
