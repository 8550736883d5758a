"""Charts: the pictures that the screens offer, at addresses of their own."""

import io

import pytest
from lxml import etree
from PIL import Image

from kpi_core.api import CHARTS
from kpi_core.charts.sizes import SIZES
from kpi_core.downloads import OFFERS, PICTURES
from kpi_core.downloads.pictures import PICTURE_TYPES
from tests.api.asking import Api

FIRST = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<svg", "pdf": b"%PDF"}
INDICATOR = "repeat-child-protection-plans"


def asked(name: str) -> dict[str, str]:
    return {"indicator": INDICATOR} if CHARTS[name].offer.needs_indicator else {}


def test_every_picture_that_the_screens_offer_is_there() -> None:
    offered = {
        f"{offer.name}.{output}"
        for offer in OFFERS.values()
        if offer.picture
        for output in offer.formats
        if output in PICTURES
    }
    assert set(CHARTS) == offered


@pytest.mark.parametrize("name", CHARTS)
def test_each_is_a_picture_with_a_name_that_can_stand_in_another_page(
    shipped: Api, with_national: Api, name: str
) -> None:
    api = with_national if CHARTS[name].offer.of_national else shipped
    answer = api.get(f"charts/{name}", **asked(name))
    output = CHARTS[name].output
    assert (answer.status, answer.headers["content-type"]) == (200, PICTURE_TYPES[output])
    assert answer.body.startswith(FIRST[output])
    assert answer.headers["content-disposition"].startswith("inline; filename=")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


def test_a_picture_compares_with_whom_its_address_says(with_national: Api) -> None:
    def said(**words: str) -> str:
        answer = with_national.get("charts/councils.svg", indicator=INDICATOR, **words)
        assert answer.status == 200
        return " ".join(etree.fromstring(answer.body).itertext())

    assert "Statistical neighbours, April 2021 (mean of 6)" in said()
    newer = said(compare="Statistical neighbours, May 2025")
    assert "Statistical neighbours, May 2025 (mean of 6)" in newer
    assert "North West (median of 4 of 5)" in said(compare="North West", statistic="Median")
    assert "15.9% in 2018/19" in said(match="2018/19")


@pytest.mark.parametrize(
    ("words", "status"),
    [({"compare": "Nobody"}, 400), ({"match": "1066"}, 400), ({"councils": "Atlantis"}, 400)],
)
def test_a_choice_that_the_screen_does_not_offer_is_refused(
    with_national: Api, words: dict[str, str], status: int
) -> None:
    answer = with_national.get("charts/councils.svg", indicator=INDICATOR, **words)
    assert answer.status == status
    assert "is not one of" in answer.json["detail"]


@pytest.mark.parametrize("name", [n for n in CHARTS if CHARTS[n].offer.of_national])
def test_without_national_figures_there_is_no_such_picture(shipped: Api, name: str) -> None:
    answer = shipped.get(f"charts/{name}", indicator=INDICATOR)
    assert answer.status == 404
    assert "kpi benchmarks import" in answer.json["detail"]


def test_a_picture_says_its_filters_and_version(shipped: Api) -> None:
    svg = shipped.get("charts/status-by-quarter.svg", status="red").body
    said = " ".join(etree.fromstring(svg).itertext())
    assert "Status: Red" in said
    assert shipped.get("health").json["dataset_version"] in said


def test_gaps_of_another_unit_are_drawn_when_asked_for(shipped: Api) -> None:
    first = shipped.get("charts/comparison.svg").body
    answer = shipped.get("charts/comparison.svg", group="per 10,000")
    assert answer.status == 200
    assert answer.body != first


def test_a_picture_comes_in_the_sizes_and_colours_of_the_screens(shipped: Api) -> None:
    found = {}
    for size in SIZES.values():
        for colours in ("light", "dark"):
            asked = {"indicator": INDICATOR, "size": size.name, "colours": colours}
            body = shipped.get("charts/trend.png", **asked).body
            with Image.open(io.BytesIO(body)) as picture:
                assert picture.width == size.across
                assert size.down in (None, picture.height)
                found[size.name, colours] = picture.convert("RGB").getpixel((1, 1))
    assert all(sum(ground) > 600 for (_, colours), ground in found.items() if colours == "light")
    assert all(sum(ground) < 200 for (_, colours), ground in found.items() if colours == "dark")


def test_an_indicator_that_a_report_does_not_have_is_not_there(quarters: Api) -> None:
    reports = [row["report"] for row in quarters.get("reports").rows]
    known = {row["indicator"] for row in quarters.get("indicators").rows}
    rated = {row["indicator"] for row in quarters.get("ratings", report=reports[0]).rows}
    absent = min(known - rated)
    answer = quarters.get("charts/trend.svg", indicator=absent, report=reports[0])
    assert (answer.status, answer.json["parameter"]) == (404, "indicator")
    assert quarters.get("charts/trend.svg", indicator=absent).status == 200


def test_the_list_of_charts_leads_to_them(shipped: Api) -> None:
    rows = shipped.get("charts").rows
    assert [row["address"].rpartition("/")[2] for row in rows] == list(CHARTS)


def test_hostile_texts_are_drawn_as_texts(attacked: Api) -> None:
    svg = attacked.get("charts/trend.svg", indicator="hostile-one").body
    tree = etree.fromstring(svg)
    assert not [node for node in tree.iter() if etree.QName(node).localname in ("script", "image")]
