"""A letter as one HTML file that asks for nothing else: it can be a mail or stand alone."""

from kpi_core.present.letter import Block, Entries, Entry, Heading, Letter
from kpi_core.present.printable import printable
from kpi_core.web import markup as m

_STYLE = (
    "body{font:1rem/1.5 sans-serif;max-width:45rem;margin:2rem auto;padding:0 1rem;"
    "color:#1a1a1a;background:#fff}h1{font-size:1.6rem}h2{font-size:1.3rem}h3{font-size:1.1rem}"
    "ul ul{color:#4a4a4a}"
)

_NO_REQUESTS = "default-src 'none'; style-src 'unsafe-inline'"


def letter_html(letter: Letter) -> str:
    """A whole document in English, with every text escaped."""
    title = printable(letter.title)
    head = m.tag(
        "head",
        m.Safe('<meta charset="utf-8">'),
        m.Safe('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        m.Safe(f'<meta http-equiv="Content-Security-Policy" content="{_NO_REQUESTS}">'),
        m.tag("title", title),
        m.tag("style", m.Safe(_STYLE)),
    )
    main = m.tag("main", m.tag("h1", title), *(_block(block) for block in letter.blocks))
    page = m.tag("html", head, m.tag("body", main), lang="en-GB")
    return f"<!doctype html>\n{page}\n"


def _block(block: Block) -> m.Safe:
    if isinstance(block, Heading):
        return m.tag(f"h{block.level}", printable(block.text))
    if isinstance(block, Entries):
        return m.tag("ul", *(_entry(entry) for entry in block.items))
    return m.tag("p", printable(block.text))


def _entry(entry: Entry) -> m.Safe:
    notes = [m.tag("li", printable(note)) for note in entry.notes]
    return m.tag("li", printable(entry.text), m.tag("ul", *notes) if notes else m.Safe(""))
