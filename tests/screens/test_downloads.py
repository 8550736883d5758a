"""Every download: reachable from a screen, made on click, valid, and saying what it is."""

import csv
import io
import json
import re
import struct
import tempfile
import zipfile
from collections.abc import Callable
from xml.etree import ElementTree as ET

import openpyxl
import pdfplumber
import pyarrow.parquet as pq
import pytest
from PIL import Image

from kpi_core import dataset as datasets
from kpi_core.charts.sizes import SIZES
from kpi_core.charts.theme import DARK, LIGHT
from kpi_core.downloads import OFFERS, Look, Viewed, make
from kpi_core.errors import ExportError
from kpi_core.exports import FORMATS
from kpi_core.schema import TABLES
from kpi_core.selection import Filters, choose
from kpi_core.web.screens import SCREENS
from tests.national.with_national import OF_NATIONAL
from tests.packs.reading_back import SECTIONS
from tests.screens.reading import html_of

INDICATOR = "repeat-child-protection-plans"

ALL = [(offer.name, output) for offer in OFFERS.values() for output in offer.formats]

ENDINGS = {"csvw": "csvw.zip", "csv-zip": "csv.zip"}

EACH = pytest.mark.parametrize(("name", "output"), ALL)

PLACES = [
    *((entry.key, {}) for entry in SCREENS),
    ("overview", {"view": "Status by quarter"}),
    ("indicator", {"indicator": INDICATOR}),
    ("indicator", {"indicator": "front-door-decisions-in-1-day"}),  # has limits
]


NATIONAL = (
    ("benchmarks", {"indicator": INDICATOR}),
    ("benchmarks", {"part": "Is the benchmark fair?"}),
)
"""Opened on a dataset with national figures, it has the offers that need them."""


def buttons(app) -> dict[str, str]:
    """Key to label of the download buttons of a screen."""
    html_of(app)
    return {button.key: button.proto.label for button in app.get("download_button")}


def test_every_offer_can_be_reached_from_a_screen_in_every_format(open_screen, national) -> None:
    found = {}
    for key, query in NATIONAL:
        found |= buttons(open_screen(key, national, **query))
    for key, query in PLACES:
        found |= buttons(open_screen(key, **query))
    for name, output in ALL:
        if OFFERS[name].pack:  # it is made in the background first: see test_pack_screen
            continue
        place = re.compile(rf"kpi-take-{name}-.*-{output}$|kpi-take-{name}--{output}$")
        labels = {label for key, label in found.items() if place.match(key)}
        assert len(labels) >= 1, (name, output)


def test_no_button_is_without_an_offer(open_screen) -> None:
    names = sorted(OFFERS, key=len, reverse=True)
    for key, query in PLACES:
        for button in buttons(open_screen(key, **query)):
            assert any(button.startswith(f"kpi-take-{name}-") for name in names)


@pytest.mark.parametrize(("key", "query"), PLACES, ids=str)
def test_the_buttons_of_a_screen_have_different_names(open_screen, key, query) -> None:
    """By its name alone a person who hears the screen must know which file a button makes."""
    labels = list(buttons(open_screen(key, **query)).values())
    assert len(set(labels)) == len(labels)


def test_nothing_is_made_before_a_click(open_screen, monkeypatch) -> None:
    from kpi_core.web.parts import downloads

    def too_early(*_: object) -> bytes:
        raise AssertionError("made during a run")

    monkeypatch.setattr(downloads, "make", too_early)
    for key, query in PLACES:
        for button in open_screen(key, **query).get("download_button"):
            assert button.proto.deferred_file_id


@EACH
@pytest.mark.parametrize("status", [(), ("Red",)], ids=["all", "red"])
def test_every_offer_makes_a_valid_file_that_says_what_it_is(
    card, national_card, name, output, status
) -> None:
    card = national_card if name in OF_NATIONAL else card
    view = Viewed(card, Filters(status=status), INDICATOR)
    made = make(OFFERS[name], output, view)
    assert re.fullmatch(
        r"cheshire-west-and-chester_[a-z0-9-]+_2019-20-q4(_red)?\.[\w.]+", made.name
    )
    assert made.name.endswith(f".{ENDINGS.get(output, output)}")
    said = read(name, output, made.content)
    if output not in ("png", "zip", "csv-zip"):
        said = " ".join(said.split())
        assert "Cheshire West and Chester Council" in said
        assert "2019/20 Q4" in said
        assert card.dataset.version in said
        about_one = OFFERS[name].needs_indicator or OFFERS[name].of_report
        assert ("Status: Red" in said) == (status == ("Red",) and not about_one)


@EACH
def test_an_offer_about_no_rows_is_still_a_valid_file(card, national_card, name, output) -> None:
    card = national_card if name in OF_NATIONAL else card
    view = Viewed(card, Filters(q="no indicator says this"), INDICATOR)
    read(name, output, make(OFFERS[name], output, view).content)


@pytest.mark.parametrize("name", OF_NATIONAL)
def test_an_offer_of_national_figures_says_what_is_missing_without_them(card, name) -> None:
    with pytest.raises(ExportError, match="kpi benchmarks import"):
        make(OFFERS[name], "csv", Viewed(card, Filters(), INDICATOR))


@pytest.mark.parametrize("at", range(18))
def test_every_indicator_has_a_trend_and_values_to_take(card, at) -> None:
    view = Viewed(card, Filters(), card.rows.iloc[at]["indicator"])
    title = card.rows.iloc[at]["title"]
    assert title in " ".join(_svg(make(OFFERS["trend"], "svg", view).content).split())
    rows = list(csv.DictReader(io.StringIO(_csv(make(OFFERS["values"], "csv", view).content))))
    assert [row["Period"] for row in rows] == list(card.periods)


@pytest.mark.parametrize("output", list(FORMATS))
@pytest.mark.parametrize(
    "filters", [Filters(), Filters(status=("Red",), direction=("Declining",)), Filters(q="care")]
)
def test_a_table_has_the_rows_that_the_screen_counts(card, output, filters) -> None:
    content = make(OFFERS["scorecard"], output, Viewed(card, filters)).content
    assert ROWS[output](content) == choose(card.rows, filters)["title"].tolist()


def _png(content: bytes) -> str:
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", content[16:24])
    assert width >= 1200
    assert height >= 300
    assert len(content) > 15_000
    return ""


def _svg(content: bytes) -> str:
    root = ET.fromstring(content)  # noqa: S314 - we made it a moment ago
    assert root.tag.endswith("}svg")
    return " ".join(text.strip() for text in root.itertext() if text.strip())


def _pdf(content: bytes) -> str:
    with pdfplumber.open(io.BytesIO(content)) as document:
        (page,) = document.pages
        return " ".join(word["text"] for word in page.extract_words())


def _csv(content: bytes) -> str:
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    # without rows there is no cell to hold the caption
    return text if len(rows) > 1 else ""


def _xlsx(content: bytes) -> str:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [c.value for sheet in book for row in sheet.iter_rows() for c in row]
    return " ".join(str(value) for value in cells if value is not None)


def _parquet(content: bytes) -> str:
    metadata = pq.read_table(io.BytesIO(content)).schema.metadata
    return " ".join(value.decode() for value in metadata.values())


def _json(content: bytes) -> str:
    return json.dumps(json.loads(content)["meta"], ensure_ascii=False)


def _zip(content: bytes) -> str:
    whole = zipfile.ZipFile(io.BytesIO(content))
    names = {name.split("/")[-1] for name in whole.namelist()}
    assert names == {"CURRENT", "datapackage.json", *(f"{table.name}.parquet" for table in TABLES)}
    with tempfile.TemporaryDirectory() as folder:
        whole.extractall(folder)
        assert datasets.read(folder).tables.keys() == {table.name for table in TABLES}
    return ""


def read(name: str, output: str, content: bytes) -> str:
    """The words of a file; of a pack those of its cover, the rest is read in the tests of packs."""
    return SECTIONS[output](content)[0].said if OFFERS[name].pack else READ[output](content)


def _csvw(content: bytes) -> str:
    """What the description says; the table itself has to have a cell for each of its columns."""
    whole = zipfile.ZipFile(io.BytesIO(content))
    described = json.loads(whole.read("table.csv-metadata.json"))
    rows = list(csv.reader(io.StringIO(whole.read(described["url"]).decode())))
    assert {len(row) for row in rows} == {len(described["tableSchema"]["columns"])}
    return json.dumps(described, ensure_ascii=False)


def _csv_zip(content: bytes) -> str:
    whole = zipfile.ZipFile(io.BytesIO(content))
    assert set(whole.namelist()) == {"datapackage.json", *(f"{table.name}.csv" for table in TABLES)}
    described = json.loads(whole.read("datapackage.json"))
    for resource in described["resources"]:
        rows = list(csv.reader(io.StringIO(whole.read(resource["path"]).decode())))
        assert rows[0] == [field["name"] for field in resource["schema"]["fields"]]
    return ""


READ: dict[str, Callable[[bytes], str]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "json": _json,
    "zip": _zip,
    "csvw": _csvw,
    "csv-zip": _csv_zip,
}


def _titles_in_book(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    rows = [row for sheet in book for row in sheet.iter_rows(values_only=True)]
    (head,) = [at for at, row in enumerate(rows) if "Full name" in row]
    return [row[0] for row in rows[head + 1 :] if row[0]]


ROWS: dict[str, Callable[[bytes], list[str]]] = {
    "csv": lambda content: [
        row["Indicator"] for row in csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    ],
    "json": lambda content: [row["Indicator"] for row in json.loads(content)["data"]],
    "xlsx": _titles_in_book,
    "parquet": lambda content: pq.read_table(io.BytesIO(content))["Indicator"].to_pylist(),
    "csvw": lambda content: [
        row["Indicator"] for row in csv.DictReader(io.StringIO(_table_of(content)))
    ],
}


def _table_of(content: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read("table.csv").decode()


@pytest.mark.parametrize("size", SIZES.values(), ids=lambda size: size.name)
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_a_picture_comes_in_each_size_and_theme(card, size, palette) -> None:
    view = Viewed(card, Filters(), INDICATOR)
    content = make(OFFERS["trend"], "png", view, Look(size, palette)).content
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    assert picture.width == size.across
    assert size.down is None or picture.height == size.down
    assert "#{:02x}{:02x}{:02x}".format(*picture.getpixel((1, 1))) == palette.page


def test_the_preview_is_made_when_it_is_opened(open_screen) -> None:
    app = open_screen("indicator", indicator=INDICATOR)
    assert not app.get("imgs")
    app.session_state["kpi-take-trend--looks"] = True
    app.run()
    (labels,) = {tuple(b.options) for b in app.selectbox if b.label == "Size"}
    assert labels == tuple(size.label for size in SIZES.values())
    assert "Trend: PNG picture, page, light" in buttons(app).values()
