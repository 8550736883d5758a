"""From the home page to a chart, a table and a link for a board paper, in three actions."""

import csv
import io
import re
import struct
from pathlib import Path
from xml.etree import ElementTree as ET

INDICATOR = "Repeat child protection plans"

FILTERS = "Status: Red; Direction of travel: Declining"


def _taken(visitor, label: str) -> tuple[str, bytes]:
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name=label, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_count_row_download_and_the_link_reopens_it(visitor, visit, server) -> None:
    visitor.open("/")
    assert "8 of 18 indicators are red; 3 are declining" in visitor.heading

    visitor.follow("Red and Declining: 1")  # the first action
    assert visitor.said.startswith("Showing 1 of 18 indicators.")
    assert FILTERS in visitor.said
    assert visitor.titles() == [INDICATOR]
    link = visitor.page.url

    visitor.follow(INDICATOR)  # the second: why, the neighbours, the chart
    _why_is_there(visitor)
    _pictures_are_fit_for_a_paper(visitor)  # the third

    visitor.act(visitor.page.go_back)
    assert visitor.titles() == [INDICATOR]
    _table_is_what_the_screen_shows(visitor)

    other = visit(server).open(link.removeprefix(server))
    assert other.titles() == [INDICATOR]
    assert other.said == visitor.said
    for word in ("Red", "Declining"):
        chosen = other.page.get_by_role("button", name=word, exact=True)
        assert chosen.get_attribute("aria-pressed") == "true"


def _why_is_there(visitor) -> None:
    assert visitor.heading == INDICATOR
    why = visitor.page.get_by_role("table").filter(has_text="Arithmetic")
    assert "17.1% against a target of 16.0%" in why.inner_text()
    others = visitor.page.get_by_role("table").filter(has_text="Statistical neighbours").first
    assert "3.9 points better" in others.inner_text()
    chart = visitor.chart()
    assert "17.1%" in chart.get_attribute("aria-label")
    assert chart.bounding_box()["width"] > 500


def _pictures_are_fit_for_a_paper(visitor) -> None:
    svg_name, svg = _taken(visitor, "Trend: SVG picture")
    root = ET.fromstring(svg)  # noqa: S314 - we made it a moment ago
    written = " ".join(" ".join(root.itertext()).split())
    assert INDICATOR in written
    assert "declining, up 5.6 points since 2019/20 Q2" in written
    assert "Cheshire West and Chester Council" in written
    assert svg_name.startswith("cheshire-west-and-chester_trend-repeat-child-protection-plans")

    name, png = _taken(visitor, "Trend: PNG picture")
    assert name == svg_name.replace(".svg", ".png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    size = struct.unpack(">II", png[16:24])
    drawn = (float(root.attrib["width"]), float(root.attrib["height"]))
    assert all(pixels >= 2 * units for pixels, units in zip(size, drawn, strict=True))


def _table_is_what_the_screen_shows(visitor) -> None:
    name, table = _taken(visitor, "Scorecard: CSV")
    assert name == "cheshire-west-and-chester_scorecard_2019-20-q4_red-declining.csv"
    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert len(rows) == int(re.match(r"Showing (\d+)", visitor.said)[1])
    assert rows[0]["Indicator"] == INDICATOR
    assert list(rows[0].items())[-1] == ("Filters", FILTERS)


def test_the_table_taken_has_as_many_rows_as_the_screen_says(visitor) -> None:
    for address, number in (("/", 18), ("/?status=Amber", 5), ("/?q=out+of+borough", 1)):
        visitor.open(address)
        assert visitor.said.startswith(f"Showing {number} of 18")
        assert len(visitor.titles()) == number
        _, table = _taken(visitor, "Scorecard: CSV")
        assert len(list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))) == number


def test_a_file_takes_the_filters_of_its_moment(visitor) -> None:
    """The button is the same element before and after a filter, the file is not."""
    visitor.open("/?view=Status+by+quarter")
    visitor.follow("Green: 4")
    name, svg = _taken(visitor, "Status by quarter: SVG picture")
    assert name.endswith("_green.svg")
    assert "Status: Green" in svg.decode()
