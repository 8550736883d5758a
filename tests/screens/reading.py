"""What a person would read from the HTML that a screen shows: text, links, tables, and tags."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest

from kpi_core.selection import Filters, from_words

VOID = {"img", "br", "hr"}


@dataclass
class Link:
    href: str
    name: str = ""
    label: str | None = None

    @property
    def said(self) -> str:
        """The name that a screen reader says."""
        return self.label or self.name

    @property
    def query(self) -> dict[str, list[str]]:
        return parse_qs(urlsplit(self.href).query)

    @property
    def filters(self) -> Filters:
        one = {key: values for key, values in self.query.items() if key != "q"}
        return from_words(one | {"q": "".join(self.query.get("q", []))})


class Shown(HTMLParser):
    """A screen's HTML, read back: nothing here knows how it was made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str]] = []
        self.links: list[Link] = []
        self.tables: list[Table] = []
        self.parts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in given.items()]
        if tag not in VOID:
            self._open.append(tag)
        self.parts.setdefault(tag, []).append("")
        if tag == "a":
            self.links.append(Link(given["href"], label=given.get("aria-label")))
        if tag == "table":
            self.tables.append(Table())
        if tag == "tr":
            self.tables[-1].rows.append([])
        if tag in ("th", "td"):
            self.tables[-1].rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for tag in set(self._open):
            self.parts[tag][-1] += data
        if "a" in self._open:
            self.links[-1].name += data
        if "caption" in self._open:
            self.tables[-1].caption += data
        elif "table" in self._open:
            self.tables[-1].rows[-1][-1] += data

    @property
    def heading(self) -> str:
        (only,) = self.parts["h1"]
        return only

    def table(self, caption: str) -> "Table":
        """The table whose caption holds these words."""
        (found,) = [table for table in self.tables if caption in table.caption]
        return found

    @property
    def listed(self) -> list[str]:
        """Ids of the indicators that the screen's list has a row for, in its order."""
        (rows,) = [table for table in self.tables if "Gap to target" in table.heads]
        titles = [row[0] for row in rows.rows[1:]]
        ids = {
            link.name: link.query["indicator"][0]
            for link in self.links
            if "indicator" in link.query
        }
        return [ids[title] for title in titles if title in ids]

    def link(self, said: str) -> Link:
        (found,) = [link for link in self.links if link.said == said]
        return found


@dataclass
class Table:
    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)

    @property
    def heads(self) -> list[str]:
        """The headings of the columns, below the line that only paper shows."""
        return next(row for row in self.rows if len(row) > 1)


def html_of(app: AppTest) -> str:
    assert not app.exception, [problem.message for problem in app.exception]
    return "\n".join(element.value for element in app.html)


def shown(app: AppTest) -> Shown:
    """What a run of the app shows; a screen with an exception is a failure."""
    return Shown(html_of(app))
