"""With national figures, a pack also says how others did in the same period, and where we stand."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.packs import FORMATS, make_pack, unheard
from kpi_core.present.records import records
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.present.standing import quotable
from kpi_core.present.standing.gaps import PUBLISHED, gaps
from kpi_core.selection import Filters
from tests.packs.reading_back import SECTIONS, Found, plain

TITLE = "Repeat child protection plans"

INDICATOR = "repeat-child-protection-plans"


@pytest.fixture(scope="module")
def released(national: Path) -> Scorecard:
    return prepare(datasets.read(national))


def section(card: Scorecard, output: str, title: str) -> Found:
    content = make_pack(card, Filters(q=title), output, unheard)
    (found,) = [s for s in SECTIONS[output](content) if s.heading.startswith(f"{title}. ")]
    return found


@pytest.mark.parametrize("output", FORMATS)
def test_B4_published_figures_stand_in_the_pack_as_on_the_screen(
    released: Scorecard, output: str
) -> None:
    found = section(released, output, TITLE)
    said = plain(" ".join((found.said, *(" ".join(r) for t in found.tables for r in t))))
    mine = released.rows[released.rows["indicator"] == INDICATOR]
    frame = gaps(released, mine, released.published.options.default)
    published = records(frame[frame["kind"] == PUBLISHED])
    assert len(published) >= 3
    for seen in published:
        row = (seen["comparator_name"], seen["comparator_text"], seen["gap_text"], seen["note"])
        assert all(plain(cell) in said for cell in row)
    assert plain(quotable.place_sentence(released, INDICATOR)) in said
    assert "17.1% in 2019/20" in said


def test_an_indicator_without_a_national_measure_says_why(released: Scorecard) -> None:
    why = quotable.place_sentence(released, "front-door-decisions-in-1-day")
    assert why.startswith("The national figures begin with the referral")
    assert quotable.published_rows(released, "front-door-decisions-in-1-day") == []


@pytest.mark.parametrize("output", FORMATS)
def test_without_national_figures_nothing_is_said_of_them(card: Scorecard, output: str) -> None:
    found = section(card, output, TITLE)
    assert "Where we stand" not in found.said
    assert quotable.CAPTION not in found.said
