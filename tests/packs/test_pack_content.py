"""What a pack holds, whatever its format: its limits, its empty state, what it says of progress."""

from dataclasses import replace
from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import build
from kpi_core.errors import ExportError
from kpi_core.formatting import number_word
from kpi_core.packs import FORMATS, MOST_INDICATORS, make_pack, too_many, unheard
from kpi_core.packs.content import describe
from kpi_core.packs.indicator import section, values
from kpi_core.packs.pictures import WIDTH
from kpi_core.packs.pieces import Picture, Table
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare
from kpi_core.present.series import trend_series
from kpi_core.selection import Filters
from kpi_core.web.packing import MOST_AT_ONCE
from tests.packs.conftest import RED

INDICATOR = "repeat-child-protection-plans"


@pytest.mark.parametrize(
    ("number", "refused"), [(0, False), (MOST_INDICATORS, False), (MOST_INDICATORS + 1, True)]
)
def test_a_pack_has_at_most_so_many_indicators(number: int, refused: bool) -> None:
    problem = too_many(number)
    assert (problem is not None) == refused
    if problem is not None:
        assert f"at most {MOST_INDICATORS} indicators, and {number} meet" in problem


def test_too_many_are_refused_before_anything_is_made(tmp_path: Path) -> None:
    lines = [f"Increase thing {at}\t{at % 90}%\t15%\tGreen" for at in range(MOST_INDICATORS + 1)]
    head = "Indicator\t2019/20 Q4\tTarget\tStatus"
    (tmp_path / "many.tsv").write_text("\n".join([head, *lines, ""]), "utf-8")
    build([tmp_path / "many.tsv"], tmp_path / "dataset")
    card = prepare(datasets.read(tmp_path / "dataset"))
    steps: list[str] = []
    with pytest.raises(ExportError, match="at most 60 indicators, and 61 meet"):
        make_pack(card, Filters(), "docx", steps.append)
    assert steps == []


def test_the_readme_states_the_limit(root: Path) -> None:
    said = " ".join((root / "README.md").read_text("utf-8").split())
    assert f"A pack holds at most {MOST_INDICATORS} indicators" in said
    assert f"in the background, {number_word(MOST_AT_ONCE)} at a time" in said


def test_it_says_how_far_it_is(card: Scorecard) -> None:
    steps: list[str] = []
    make_pack(card, RED, "pdf", steps.append)
    numbers = [f"Indicator {at} of 8" for at in range(1, 9)]
    assert steps == [*numbers, "Putting the document together"]


@pytest.mark.parametrize("output", FORMATS)
def test_without_indicators_it_still_says_so(card: Scorecard, output: str) -> None:
    assert make_pack(card, Filters(q="nobody says this"), output, unheard)
    pack = describe(card, Filters(q="nobody says this"), FORMATS[output].picture, unheard)
    assert [part.name for part in pack.sections] == [
        *("Summary", "Legend of symbols", "Sources and methods"),
    ]
    assert "No indicator meets these filters" in str(pack.sections[0])


def test_without_filters_the_cover_says_that_all_are_here(card: Scorecard) -> None:
    pack = describe(card, Filters(), "svg", unheard)
    assert dict(pack.cover.pairs)["Filters"] == "None: every indicator of the report is here"
    assert dict(pack.cover.pairs)["Indicators"] == "18 of 18"
    assert len(pack.sections) == 18 + 3


def test_the_chart_is_the_screens(card: Scorecard) -> None:
    """The same words and figures stand in it, as text."""
    (picture,) = [p for p in section(card, INDICATOR, "svg").all_pieces() if isinstance(p, Picture)]
    drawn = picture.content.decode()
    for said in ("17.1%", "Target 16.0%", "Amber: 16% to 16.8%", "Left"):
        assert said in drawn, said
    assert picture.width == pytest.approx(WIDTH, rel=0.1)


def test_a_png_has_two_dots_for_each_pixel_of_its_page(card: Scorecard) -> None:
    (picture,) = [p for p in section(card, INDICATOR, "png").all_pieces() if isinstance(p, Picture)]
    assert int.from_bytes(picture.content[16:20]) == 2 * picture.width
    assert int.from_bytes(picture.content[20:24]) == 2 * picture.height


def test_marks_and_restatements_stand_beside_their_figure(card: Scorecard) -> None:
    series = trend_series(card, INDICATOR)
    marked = series.points.assign(mark_word="Provisional", restated="restated, was 9% in Q3")
    table = values(replace(series, points=marked))
    assert table.rows[-1][1] == "17.1% (provisional; restated, was 9% in Q3)"


def test_a_figure_of_another_report_says_which(card: Scorecard) -> None:
    series = trend_series(card, INDICATOR)
    other = series.points.assign(other_report=True, report_title="Quarter 3")
    place = values(replace(series, points=other)).rows[0][4]
    assert place == "line 4, column 3 in Quarter 3"


def test_columns_share_the_whole_width_and_none_is_too_narrow_for_a_period() -> None:
    table = Table("T", ("Period", "Why"), (("2019/20 Q4", "a reason " * 40),))
    first, second = table.shares()
    assert first + second == pytest.approx(1)
    assert 0.1 < first < second
