"""A manager's pack of what is red: made from the screen in each format, and true to the screen."""

import re
from pathlib import Path

import pytest

from kpi_core.packs import FORMATS
from tests.browser.visitor import Visitor
from tests.packs.reading_back import SECTIONS, plain

PART = ".st-key-kpi-pack"


def choose(visitor: Visitor, label: str) -> None:
    option = visitor.page.get_by_role("radiogroup", name="Format").get_by_text(label, exact=True)
    if label != next(iter(FORMATS.values())).label:  # it is chosen already
        visitor.act(option.click)


def figures(visitor: Visitor) -> list[list[str]]:
    """Title, status, direction, outturn and target of each row of the screen."""
    table = visitor.page.get_by_role("table").filter(has_text="Gap to target")
    rows = table.get_by_role("row").filter(has=visitor.page.get_by_role("rowheader")).all()
    return [[plain(c.inner_text()) for c in row.locator("th, td").all()][:5] for row in rows]


@pytest.mark.parametrize("output", FORMATS)
def test_a_pack_of_red_is_made_while_the_screen_says_how_far_it_is(
    visitor: Visitor, output: str
) -> None:
    label = FORMATS[output].label
    visitor.open("/?status=Red&pack=open")
    choose(visitor, label)
    visitor.page.get_by_role("button", name="Make the pack").click()
    said = visitor.page.locator(f"{PART} [role=status]")
    said.filter(has_text=re.compile(r"Waiting|Indicator \d of 8|Putting|ready")).wait_for()
    said.filter(has_text=f"The pack is ready: {label}").wait_for(timeout=90_000)
    with visitor.page.expect_download() as download:
        visitor.page.get_by_role("button", name=f"Committee pack: {label}").click()
    name = download.value.suggested_filename
    assert name == f"cheshire-west-and-chester_pack_2019-20-q4_red.{output}"
    _is_what_the_screen_shows(visitor, Path(download.value.path()).read_bytes(), output)


def _is_what_the_screen_shows(visitor: Visitor, content: bytes, output: str) -> None:
    found = SECTIONS[output](content)
    shown = figures(visitor)
    assert len(shown) == 8
    for title, status, direction, outturn, target in shown:
        (mine,) = [s for s in found if s.heading.startswith(f"{title}. ")]
        said = mine.said.replace(" ", "")
        assert f"Status:{''.join(status.split()[:2])}" in said
        assert f"Directionoftravel:{''.join(direction.split())}" in said
        assert f"Outturn:{outturn.split()[0]}" in said
        assert f"Target:{target.split()[0]}" in said


def test_the_screen_answers_while_a_pack_is_made(visitor: Visitor) -> None:
    visitor.open("/?pack=open")
    visitor.page.get_by_role("button", name="Make the pack").click()
    visitor.page.locator(f"{PART} [role=status]").first.wait_for()
    visitor.follow("Amber: 5")
    assert visitor.said.startswith("Showing 5 of 18")
    assert visitor.page.locator(f"{PART} [role=status]").count() == 0  # that was another view


def test_the_way_from_an_indicator_ends_at_the_part(visitor: Visitor) -> None:
    visitor.open("/indicator?indicator=repeat-child-protection-plans&status=Red")
    visitor.follow("Make a committee pack of the indicators shown")
    assert visitor.said.startswith("Showing 8 of 18")
    visitor.page.get_by_role("button", name="Make the pack").wait_for()
    visitor.page.wait_for_function(
        "() => document.activeElement.innerText.startsWith('Committee pack')"
    )
