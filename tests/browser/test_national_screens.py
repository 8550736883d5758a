"""The screens with national figures: nothing wrong with them, and the keyboard chooses."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import serving, visiting
from tests.browser.test_accessibility import wrong_anywhere
from tests.browser.visitor import Visitor

INDICATOR = "repeat-child-protection-plans"

VIEWS = {
    "benchmarks": "/benchmarks",
    "the years of benchmarks": "/benchmarks?part=Is+the+benchmark+fair%3F",
    "one indicator": f"/benchmarks?indicator={INDICATOR}",
    "a neutral measure, other councils": (
        "/benchmarks?indicator=children-in-care-rate&compare=North+West&show=North+West"
    ),
    "councils chosen by hand": (
        f"/benchmarks?indicator={INDICATOR}&compare=Councils+chosen+here&councils=Stockport"
    ),
    "no measure": "/benchmarks?indicator=sustained-step-down",
    "indicator": f"/indicator?indicator={INDICATOR}",
}


@pytest.fixture(scope="module")
def window(browser: Browser, root: Path, national: Path) -> Iterator[Visitor]:
    with serving(root, national) as base, visiting(browser) as visit:
        yield visit(base)


@pytest.mark.parametrize("name", VIEWS)
def test_no_violation_and_nothing_cut_off(visitor: Visitor, name: str) -> None:
    visitor.page.emulate_media(color_scheme="light")
    visitor.open(VIEWS[name])
    found = wrong_anywhere(visitor)
    assert not found, "\n".join(found)


def test_the_keyboard_chooses_whom_to_compare_with(visitor: Visitor) -> None:
    page = visitor.open(VIEWS["one indicator"]).page
    page.get_by_label("Compare with").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Compared with: ")).to_contain_text("May 2025")
    expect(page).to_have_url(re.compile("compare=Statistical.*May.*2025"))
    expect(page.get_by_text("similar to Statistical neighbours, May 2025")).to_be_visible()


def test_a_row_opens_its_indicator_and_back_returns_to_the_same_choice(visitor: Visitor) -> None:
    page = visitor.open("/benchmarks?compare=North+West&statistic=Median").page
    row = page.get_by_role("cell").filter(has_text="North West (median of 4 of 5)").first
    expect(row).to_be_visible()
    page.get_by_role("link", name="Repeat child protection plans").first.press("Enter")
    expect(page.get_by_role("heading", name="Compared with: North West")).to_be_visible()
    expect(page.get_by_text("North West (median of 4 of 5), 18.4%").first).to_be_visible()
    page.get_by_role("link", name="All indicators").press("Enter")
    expect(row).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Compared with: North West")).to_be_visible()


def test_councils_are_chosen_by_name_and_stay_in_the_address(visitor: Visitor) -> None:
    page = visitor.open(VIEWS["councils chosen by hand"]).page
    field = page.get_by_role("combobox", name="Councils to choose")
    field.fill("Traff")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Councils chosen here (mean of 2), 14.7%").first).to_be_visible()
    expect(page).to_have_url(re.compile("councils=Stockport&councils=Trafford"))


def test_the_indicator_screen_compares_with_the_same_group_until_another_is_chosen(
    visitor: Visitor,
) -> None:
    page = visitor.open(f"/benchmarks?indicator={INDICATOR}&compare=North+West").page
    visitor.follow("Its rating and figures")
    expect(page.get_by_text("Among North West, 2019/20.")).to_be_visible()
    visitor.follow("See every council on the Benchmarks screen")
    expect(page.get_by_role("heading", name="Compared with: North West")).to_be_visible()
    expect(page).to_have_url(re.compile(r"compare=North\+West"))
