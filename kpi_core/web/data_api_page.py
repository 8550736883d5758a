"""The page for people at ``/api/v1/``: which addresses there are, and how other tools use them.

It is plain HTML without scripts, and it shows no figure: it is there without a key.
"""

from collections.abc import Iterable

from kpi_core.api import CHARTS, FILTERS, RESOURCES, SHARED, Settings
from kpi_core.api.answers import USUAL_ROWS
from kpi_core.api.parameters import LONGEST_TEXT, Parameter
from kpi_core.api.pictures import PALETTES
from kpi_core.api.settings import Access
from kpi_core.charts.sizes import SIZES
from kpi_core.exports import FORMATS
from kpi_core.selection import FILTER_FIELDS, on_screen
from kpi_core.web.data_api_uses import uses
from kpi_core.web.markup import Safe, join, scrolling, table, tag
from kpi_core.web.screens import APP_NAME

TITLE = "Data API"

_STYLE = """
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
h1, h2, h3 { line-height: 1.2; margin: 1.5em 0 0.5em; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.8rem 0.4rem 0; }
tr { border-bottom: 1px solid; }
tbody th { font-weight: 400; }
code { font: 0.95em ui-monospace, monospace; overflow-wrap: anywhere; }
pre { border: 1px solid; padding: 0.8rem; white-space: pre-wrap; }
.kpi-scroll { overflow-x: auto; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr, th, td { display: block; }
  td::before { content: attr(data-label) ": "; font-weight: 600; }
}
"""


def page(address: str, settings: Settings) -> str:
    """The whole page.

    Args:
        address: of the API, as the reader knows it.
        settings: for what is allowed.
    """
    parts = (_what(), _addresses(), _pictures(), _choosing(), _answers(settings), uses(address))
    head = tag(
        "head",
        Safe('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        tag("title", f"{TITLE} – {APP_NAME}"),
        Safe(f"<style>{_STYLE}</style>"),
    )
    body = tag("body", tag("main", tag("h1", TITLE), join(parts)))
    return f"<!doctype html>{tag('html', head, body, lang='en-GB')}"


def _what() -> Safe:
    said = (
        "The figures of the screens for Excel, Power BI, pandas, DuckDB and other programs. It "
        "only reads. Column names and meanings are those of the dataset; what the council declared "
        "stands beside what is computed, and what is missing is empty with its reason beside it."
    )
    document = tag("a", "openapi.json", href="openapi.json")
    app = tag("a", "Go to the screens", href="../../")
    described = tag("p", "Every address, column and value, for programs: ", document, ".")
    return join((tag("p", said), described, tag("p", app)))


def _addresses() -> Safe:
    rows: list[tuple[object, object]] = [
        (_link(name), f"{resource.row[:1].upper()}{resource.row[1:]}")
        for name, resource in RESOURCES.items()
    ]
    others = [
        (_link("changes.atom"), "The changes as an Atom feed, for mail and Teams flows"),
        (_link("dataset.zip"), "The whole dataset as it stands, national figures included"),
        (_link("files/observations.parquet"), "A table whole, without pages; others likewise"),
        (_link("charts"), "The charts with their addresses"),
        (_link("health"), "Whether there is a dataset to answer from"),
    ]
    made = table("Addresses of tables", ["Address", "One row for each"], rows)
    more = table("Other addresses", ["Address", "What it gives"], others)
    return join((tag("h2", "Addresses"), _wide("Addresses", made), _wide("Others", more)))


def _pictures() -> Safe:
    rows = [
        (
            tag("code", f"charts/{name}" + ("?indicator=ID" if needs else "")),
            picture.offer.title,
            "One indicator, by its id" if needs else "The report, or the indicators chosen",
        )
        for name, picture in CHARTS.items()
        for needs in (picture.offer.needs_indicator,)
    ]
    made = table("Charts as pictures", ["Address", "Chart", "About"], rows)
    looks = (
        f"Of a PNG, size is {_either(SIZES)}; colours is {_either(PALETTES)}. The comparison draws "
        "the gaps of one unit, which group names. Filters, report and version are those of tables."
    )
    return join((tag("h2", "Charts"), _wide("Charts", made), tag("p", looks)))


def _either(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"


def _choosing() -> Safe:
    said = (
        "Filters have the names and words that they have on the screens, in any case. A filter "
        "that is given more than once means any of its values; several filters all have to be met. "
        "They choose among the indicators of the newest report, or of the one that report names. "
        "A parameter or a value that there is not is refused with those that there are."
    )
    example = tag("code", "ratings?status=Red&direction=Declining")
    return join(
        (
            tag("h2", "Choosing"),
            tag("p", said),
            tag("p", "For example ", example, "."),
            _national(),
            _wide("Filters", _parameters("Filters", FILTERS)),
            _wide("Shared", _parameters("Every table also takes", SHARED)),
            _wide("Own", _own()),
        )
    )


def _national() -> Safe:
    """The sentences that most readers need who come for other councils' figures."""
    said = (
        "Figures of national releases are left out of observations unless they are asked for: by "
        "the id of a measure, or by any other value that no report has; include=national gives all "
        "of them, in pages. The ids are in indicators?include=national. A figure that a later "
        "release corrected is there in both versions; latest=true leaves the newest."
    )
    beside = (
        "In benchmarks, basis says whether a comparator is as_quoted by the report or as_published "
        "for the period that ends with the rated one."
    )
    example = tag("code", "observations?indicator=lait/PrevRegCPR&latest=true")
    return join(
        (
            tag("h3", "National figures"),
            tag("p", said),
            tag("p", "For example ", example, "."),
            tag("p", beside),
        )
    )


def _parameters(caption: str, parameters: Iterable[Parameter]) -> Safe:
    words = {f.key: ", ".join(map(on_screen, f.options)) for f in FILTER_FIELDS}
    words["format"] = ", ".join(dict.fromkeys(("json", *FORMATS)))
    words["q"] = f"Words, up to {LONGEST_TEXT} letters together"
    rows = [(tag("code", p.name), p.meaning, words.get(p.name) or "–") for p in parameters]
    return table(caption, ["Parameter", "Meaning", "Values"], rows)


def _own() -> Safe:
    """What single tables take besides."""
    everywhere = {p.name for p in (*FILTERS, *SHARED)}
    rows = [
        (tag("code", name), tag("code", p.name), p.meaning)
        for name, resource in RESOURCES.items()
        for p in resource.parameters
        if p.name not in everywhere
    ]
    return table("Parameters of single tables", ["Table", "Parameter", "Meaning"], rows)


def _answers(settings: Settings) -> Safe:
    rate = f"{settings.a_minute:,} requests in a minute" if settings.a_minute else "not counted"
    key = (
        "A key is needed, in the header X-Api-Key or as Authorization: Bearer KEY. Whoever hosts "
        "the app gives it out. It is not taken from the address, which ends in logs; so a picture "
        "cannot stand in another page."
    )
    items = [
        "JSON has data, meta and links. Dates are written 2020-03-31, per cent as printed (17.1).",
        (
            f"An answer has at most {settings.most_rows:,} rows, JSON {USUAL_ROWS:,} unless limit "
            "says otherwise. links.next, and the header Link of a file, is the address of the next "
            "rows; meta.total, and the header X-Total-Count, is how many there are."
        ),
        (
            "links.permanent names the dataset version: it gives the same figures for as long as "
            "that version is kept."
        ),
        "ETag and If-None-Match save fetching again what has not changed.",
        (
            "In CSV and XLSX a text that a spreadsheet would run as a formula has an apostrophe in "
            "front. Lists are joined by semicolons."
        ),
        "What is refused comes as application/problem+json with a sentence in detail.",
        f"One client: {rate}. More are refused with 429, and Retry-After says when to try again.",
        *([key] if settings.access is Access.KEY else []),
    ]
    return join((tag("h2", "Answers"), tag("ul", *(tag("li", item) for item in items))))


def _link(name: str) -> Safe:
    return tag("a", tag("code", name), href=name)


def _wide(name: str, content: Safe) -> Safe:
    return scrolling(name, content)
