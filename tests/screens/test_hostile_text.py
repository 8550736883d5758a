"""Text from a report or a catalogue is shown as it is, on every screen and in every file."""

import csv
import io
import json
import re

import openpyxl
import pytest

from kpi_core.api import CHARTS
from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.selection import Filters
from kpi_core.web.screens import SCREENS
from tests.national.with_national import OF_NATIONAL
from tests.screens.hostile import ATTACKS, INDICATOR, NAMES, TITLE
from tests.screens.reading import Shown, html_of, shown

TAGS = {
    *("h1", "h2", "h3", "p", "span", "small", "strong", "code", "nav", "ul", "li", "a", "img"),
    *("table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "blockquote"),
    *("div", "section", "details", "summary", "time", "em", "ol"),
}
"""Tags that the screens are made of; what is missing here can only come from a report."""

PATHS = {
    *("./", "api/v1/"),
    *(entry.url for entry in SCREENS if entry.url),
    *(f"api/v1/charts/{name}" for name in CHARTS),
}
"""What every address that the app makes leads to, on its own server and without dots."""

QUERY = re.compile(r"([a-z_]+=[\w.~%+-]*(&(?!$)|$))*", re.ASCII)
"""What follows it: known names with encoded values."""

LITERAL = ("html", "multiselect", "dataframe", "vega_lite_chart", "text_input")
"""Elements that show text as it is; all others read Markdown in what they are given."""

VIEWS = [
    *((entry.key, {}) for entry in SCREENS),
    ("indicator", {"indicator": INDICATOR}),
    ("indicator", {"indicator": "h-2"}),
    ("indicator", {"indicator": TITLE}),
    ("overview", {"view": "Grid"}),
    ("overview", {"view": "Status by quarter"}),
    ("overview", {"q": ATTACKS[0]}),
    ("overview", {"status": list(ATTACKS)}),
    ("overview", {"theme": [ATTACKS[2]]}),
]


@pytest.mark.parametrize(("key", "query"), VIEWS, ids=str)
def test_no_text_becomes_markup(open_screen, hostile, key, query) -> None:
    app = open_screen(key, place=hostile.location, **query)
    screen = shown(app)
    assert screen.tags <= TAGS
    for tag, name, value in screen.attributes:
        assert not name.startswith("on"), (tag, name)
        if name == "href":
            assert of_the_app(value), value
        if name == "src":
            assert value.startswith("data:image/svg+xml")


def of_the_app(href: str) -> bool:
    """Whether an address is one that the app makes: of a screen, a chart or the API's page.

    Any text in it stands encoded in the query.
    """
    path, _, query = href.partition("?")
    return path in PATHS and QUERY.fullmatch(query) is not None


@pytest.mark.parametrize(("key", "query"), VIEWS, ids=str)
def test_code_to_embed_holds_texts_as_texts_and_addresses_of_the_app(
    open_screen, hostile, key, query
) -> None:
    for code in codes(open_screen(key, place=hostile.location, **query)):
        made = Shown(code)  # it closes all that it opens
        assert made.tags == {"figure", "img", "figcaption", "a"}
        said = {(tag, name): value for tag, name, value in made.attributes}
        assert set(said) == {("a", "href"), *(("img", name) for name in ("src", "alt", "style"))}
        assert len(made.attributes) == len(said)
        assert said["img", "style"] == "max-width:100%;height:auto"
        for tag, name in (("a", "href"), ("img", "src")):
            assert of_the_app(said[tag, name]), said[tag, name]
        assert " ".join(ATTACKS) in said["img", "alt"] + made.text  # as written, tags and all


@pytest.mark.parametrize(
    ("key", "query"),
    [
        ("indicator", {"indicator": INDICATOR}),
        ("overview", {"view": "Status by quarter"}),
        ("benchmarks", {}),
        ("quality", {}),
    ],
    ids=str,
)
def test_a_hostile_report_has_code_to_embed(open_screen, hostile, key, query) -> None:
    assert codes(open_screen(key, place=hostile.location, **query))


def codes(app) -> list[str]:
    """Every code that a screen offers for another page; a citation is copied as text."""
    copied = [value for _, name, value in shown(app).attributes if name == "data-copy"]
    return [value for value in copied if value.startswith("<figure>")]


@pytest.mark.parametrize(("key", "query"), VIEWS, ids=str)
def test_no_text_reaches_an_element_that_reads_markdown(open_screen, hostile, key, query) -> None:
    app = open_screen(key, place=hostile.location, **query)
    html_of(app)
    seen = 0
    for element in elements(app):
        seen += 1
        if element.type not in LITERAL:
            said = str(element.proto)
            for attack in ATTACKS:
                assert attack not in said, (element.type, attack)
    assert seen > 5


def elements(app) -> list:
    found, waiting = [], [app.main]
    while waiting:
        node = waiting.pop()
        waiting += getattr(node, "children", {}).values()
        if getattr(node, "proto", None) is not None and node.type != "flex_container":
            found.append(node)
    return found


def test_names_titles_and_commentary_read_as_written(open_screen, hostile, hostile_card) -> None:
    overview = shown(open_screen(place=hostile.location))
    for title in hostile_card.rows["title"]:
        assert title in overview.text
    screen = shown(open_screen("indicator", place=hostile.location, indicator=INDICATOR))
    assert screen.heading == TITLE
    assert NAMES[0] in screen.text
    for attack in ATTACKS:  # commentary, owner, action, due date and caveat
        assert screen.text.count(attack) >= 5
    quality = shown(open_screen("quality", place=hostile.location))
    for attack in ATTACKS:
        assert attack in quality.text


@pytest.mark.parametrize(
    ("name", "output"),
    [
        (offer.name, output)
        for offer in OFFERS.values()
        for output in offer.formats
        if offer.name not in OF_NATIONAL  # what a release says is tried with a release
    ],
)
def test_hostile_text_in_files_is_text(hostile_card, name, output) -> None:
    view = Viewed(hostile_card, Filters(), INDICATOR)
    made = make(OFFERS[name], output, view)
    assert not set(made.name) & set("<>=&'\"/\\:*?$[]() ")
    check = {"csv": _no_formula_in_csv, "xlsx": _no_formula_in_book, "svg": _no_script}.get(output)
    if check:
        check(made.content)
    if output == "json":
        assert ATTACKS[2] in json.dumps(json.loads(made.content), ensure_ascii=False)


def _no_formula_in_csv(content: bytes) -> None:
    cells = [c for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for c in row]
    assert not [c for c in cells if c.startswith(("=", "@", "+", "\t", "\r"))]


def _no_formula_in_book(content: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                # only a workbook's own contents lead anywhere, and that is into the workbook
                inward = sheet.title == "Contents" and cell.column == 1
                assert cell.hyperlink is None or (inward and cell.hyperlink.target is None)


def _no_script(content: bytes) -> None:
    from xml.etree import ElementTree as ET

    for element in ET.fromstring(content).iter():  # noqa: S314 - we made it a moment ago
        assert not element.tag.endswith(("script", "foreignObject"))
        assert not [name for name in element.attrib if name.lower().startswith("on")]
