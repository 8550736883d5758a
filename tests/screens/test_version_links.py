"""A link with a version shows the numbers of that version, says so, and leads to the latest."""

from pathlib import Path

import pytest

from kpi_core.build import build
from tests.screens.conftest import OpenScreen
from tests.screens.reading import Shown, shown

ROWS = "Indicator,Q1 2019/20,Q2 2019/20,Target,RAG\nIncrease things,8,{0},10,Green\n"
ROWS += "Increase others,8,9,10,Red\n"


@pytest.fixture
def versions(tmp_path: Path) -> tuple[Path, str, str]:
    """A dataset that was built twice with other figures: its place, the old and the new version."""
    made = []
    for figure in (11, 12):
        report = tmp_path / "q2.csv"
        report.write_text(ROWS.format(figure), "utf-8")
        made.append(build([report], tmp_path / "dataset").version)
    return tmp_path / "dataset", made[0], made[1]


def figure(screen: Shown) -> str:
    """What the list of indicators says of the one that there is."""
    (rows,) = [table for table in screen.tables if "Gap to target" in table.heads]
    return dict(zip(rows.heads, rows.rows[-2], strict=True))["Outturn"]


def versions_linked(screen: Shown) -> set[str]:
    """The version that each link to a screen names; nothing where one names none."""
    moving = [link for link in screen.links if not link.said.startswith("Copy ")]
    return {link.query.get("version", [""])[0] for link in moving}


def test_a_link_with_a_version_shows_its_figures_after_a_rebuild(
    versions: tuple[Path, str, str], open_screen: OpenScreen
) -> None:
    place, old, _ = versions
    assert figure(shown(open_screen(place=place))).startswith("12")
    assert figure(shown(open_screen(place=place, version=old))).startswith("11")


def test_it_says_so_and_leads_to_the_latest(
    versions: tuple[Path, str, str], open_screen: OpenScreen
) -> None:
    place, old, _ = versions
    seen = shown(open_screen(place=place, version=old, status=["Green"]))
    assert f"These are the figures of version {old}" in seen.text
    assert seen.link("See the latest figures").query == {"status": ["Green"]}


@pytest.mark.parametrize("key", ["overview", "benchmarks", "changes", "quality", "methods"])
def test_every_other_link_of_a_screen_stays_with_the_version(
    versions: tuple[Path, str, str], open_screen: OpenScreen, key: str
) -> None:
    place, old, _ = versions
    seen = shown(open_screen(key, place=place, version=old))
    free = ("See the latest figures", "the data API")  # the page about the API is of no version
    others = [link for link in seen.links if link.said not in free]
    assert {link.query.get("version", [""])[0] for link in others if "://" not in link.href} == {
        old
    }


def test_the_current_version_is_no_news_but_stays_in_the_links(
    versions: tuple[Path, str, str], open_screen: OpenScreen
) -> None:
    place, _, new = versions
    seen = shown(open_screen(place=place, version=new))
    assert "These are the figures of version" not in seen.text
    assert [link.href for link in seen.links if new not in link.href] == []
    assert versions_linked(shown(open_screen(place=place))) == {""}


def test_the_copied_link_names_the_version_and_keeps_the_view(
    versions: tuple[Path, str, str], open_screen: OpenScreen
) -> None:
    place, _, new = versions
    seen = shown(open_screen(place=place, status=["Red"], sort="Name"))
    (copied,) = [link for link in seen.links if link.said.startswith("Copy link to this view")]
    assert copied.query == {"status": ["Red"], "sort": ["Name"], "version": [new]}


@pytest.mark.parametrize("asked", ["v1-000000000000", "../../etc/passwd", "<b>", "x" * 500])
def test_an_unknown_version_gets_a_plain_page(
    versions: tuple[Path, str, str], open_screen: OpenScreen, asked: str
) -> None:
    seen = shown(open_screen("indicator", place=versions[0], version=asked))
    assert seen.heading == "The figures of this link are not kept here"
    assert seen.link("See the latest figures").href == "indicator"
    assert "b" not in seen.tags
