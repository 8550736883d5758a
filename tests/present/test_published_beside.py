"""Vintages and later figures as the screens show them."""

from pathlib import Path

import pytest

from kpi_core import dataset as datasets
from kpi_core.build import BuildResult
from kpi_core.present import published, vintages
from kpi_core.present.scorecard import Scorecard, scorecard
from kpi_core.selection import Filters
from kpi_core.web.choice import PARAMETER, VERSION
from kpi_core.web.frame import View
from kpi_core.web.parts import published as published_part
from kpi_core.web.parts import vintages as vintages_part
from kpi_core.web.screens import screen
from tests.national.small_release import with_release

FIRST = "repeat-child-protection-plans"


@pytest.fixture(scope="module")
def card(report_path: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Scorecard:
    out = tmp_path_factory.mktemp("national")
    return scorecard(with_release(out, report_path, root / "data" / "catalogue.toml"))


def view(card: Scorecard) -> View:
    return View(
        screen("benchmarks"), card, Filters(), card.choices.all, {PARAMETER: None, VERSION: None}
    )


def test_S9_each_quoted_figure_has_a_row_with_what_it_fits(card: Scorecard) -> None:
    found = vintages.vintages(card, card.rows)
    first = found[found["indicator"] == FIRST].set_index("group")
    assert first.loc["England", "fits_text"] == "2017/18 (20.2%)"
    assert first.loc["England", "behind_text"] == "two years before 2019/20"
    assert first.loc["England", "now_text"] == "21.9%"
    assert first.loc["North West", "together_text"] == "2017/18"
    assert first.loc["Statistical neighbours", "fits_text"] == vintages.NOTHING
    assert vintages.finding(found) == (
        "Of 3 quoted benchmarks held against published figures: 2 only of an earlier period "
        "than the row; 1 like nothing published"
    )


def test_what_cannot_be_compared_has_its_reason_in_the_row(card: Scorecard) -> None:
    found = vintages.vintages(card, card.rows)
    other = found[found["indicator"] == "children-in-care-rate"].iloc[0]
    assert other["state_word"] == "Cannot be compared"
    assert other["fits_text"] == "The national measure lait/LAC was not imported."


def test_S14_each_figure_stands_beside_the_later_one(card: Scorecard) -> None:
    found = published.published(card, card.rows)
    columns = ["period", "reported_text", "published_text", "sameness", "difference_text"]
    assert found[columns].to_numpy().tolist() == [
        ["2018/19 Q4", "16.0%", "15.9%", published.OTHER, "0.1 points lower"],
        ["2019/20 Q4", "17.10%", "17.1%", published.SAME, "the same"],
    ]
    assert published.finding(found) == (
        "2 reported figures were published later: 1 as reported, 1 with a difference"
    )


@pytest.mark.parametrize("made", [vintages.vintages, published.published])
def test_only_what_is_shown_has_rows(card: Scorecard, made: type) -> None:
    others = card.rows[card.rows["indicator"] != FIRST]
    assert FIRST not in set(made(card, others)["indicator"])
    assert made(card, card.rows.iloc[:0]).empty


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (vintages_part, ["2017/18 (20.2%)", "two years before 2019/20", "Fits nothing published"]),
        (published_part, ["reported then as 16.0%", "15.9%", "As reported"]),
    ],
)
def test_the_tables_are_real_ones_with_links_to_the_indicators(
    card: Scorecard, part: type, said: list[str]
) -> None:
    made = part.section(view(card))  # type: ignore[attr-defined]
    assert all(words in made for words in said)
    assert 'role="table"' in made
    assert f"indicator={FIRST}" in made


@pytest.mark.parametrize("part", [vintages_part, published_part])
def test_without_national_figures_the_sections_say_what_is_missing(
    dataset: BuildResult, part: type
) -> None:
    card = scorecard(datasets.read(dataset.location))
    made = part.section(view(card))  # type: ignore[attr-defined]
    assert part.EMPTY in made  # type: ignore[attr-defined]
    assert "<table" not in made
