"""Target, quoted comparators and published figures of every indicator in one frame."""

from dataclasses import replace

import pandas as pd
import pytest

from kpi_core.comparators.groups import CUSTOM, GroupChoice
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.gaps import NAMED, PUBLISHED, QUOTED, TARGET, gaps
from kpi_core.present.standing.sources import sources_note
from kpi_core.present.standing.summary import group_finding
from kpi_core.vocabulary import PeriodMatch, Statistic

REPEAT, CARE = "repeat-child-protection-plans", "children-in-care-rate"


def frame(card: Scorecard, **chosen: object) -> pd.DataFrame:
    comparing = replace(card.published.options.default, **chosen)  # type: ignore[arg-type]
    return gaps(card, card.rows, comparing)


def published(made: pd.DataFrame, indicator: str) -> dict[str, tuple[str, str, str]]:
    rows = made[(made["indicator"] == indicator) & (made["kind"] == PUBLISHED)]
    columns = (rows[key] for key in ("comparator_name", "comparator_text", "gap_text", "note"))
    return {name: (text, gap, note) for name, text, gap, note in zip(*columns, strict=True)}


def test_B4_a_published_figure_names_group_statistic_members_and_period(card: Scorecard) -> None:
    assert published(frame(card), REPEAT) == {
        "England": ("21.9%", "4.8 points better", "2019/20"),
        "North West": ("22.8%", "5.7 points better", "2019/20"),
        "Statistical neighbours, April 2021 (mean of 6)": (
            *("19.4%", "2.3 points better", "2019/20"),
        ),
    }


def test_B5_quoted_comparators_stay_and_say_that_they_state_no_period(card: Scorecard) -> None:
    made = frame(card)
    quoted = made[made["kind"].isin((NAMED, QUOTED))]
    assert set(quoted["note"]) == {"period not stated"}
    assert len(quoted) == 16
    assert (quoted["kind"] == NAMED).sum() == 12


def test_every_indicator_with_a_figure_and_a_target_has_the_gap_to_it(card: Scorecard) -> None:
    made = frame(card)
    targets = made[made["kind"] == TARGET]
    assert len(targets) == card.rows["gap"].notna().sum() == 17
    mine = targets.set_index("indicator")
    assert mine.loc[REPEAT, "gap_text"] == "1.1 points worse"
    assert mine.loc[REPEAT, "comparison"] == "worse"


@pytest.mark.parametrize(
    ("chosen", "name", "text"),
    [
        (
            {"statistic": Statistic.MEDIAN},
            "Statistical neighbours, April 2021 (median of 6)",
            "18.9%",
        ),
        ({"group": GroupChoice("england")}, "England", "21.9%"),
        ({"group": GroupChoice("all-councils")}, "All councils (mean of 10 of 11)", "19.2%"),
        # a group that publishes nothing shows its usual figure
        (
            {"statistic": Statistic.PUBLISHED},
            *("Statistical neighbours, April 2021 (mean of 6)", "19.4%"),
        ),
        (
            {"group": GroupChoice(CUSTOM, subjects=("stockport", "st-helens"))},
            *("Councils chosen here (mean of 1 of 2)", "16.2%"),
        ),
    ],
)
def test_the_chosen_group_and_statistic_give_the_figure(
    card: Scorecard, chosen: dict[str, object], name: str, text: str
) -> None:
    assert published(frame(card, **chosen), REPEAT)[name][0] == text


def test_a_group_that_is_chosen_is_there_once(card: Scorecard) -> None:
    names = list(published(frame(card, group=GroupChoice("north-west")), REPEAT))
    assert names == ["England", "North West"]


def test_B4_the_latest_period_is_taken_only_by_choice(card: Scorecard) -> None:
    assert {note for *_, note in published(frame(card), REPEAT).values()} == {"2019/20"}
    latest = published(frame(card, match=PeriodMatch.LATEST), REPEAT)
    assert {note for *_, note in latest.values()} == {"2019/20"}  # it is the latest there is


def test_an_empty_list_of_councils_has_no_figure(card: Scorecard) -> None:
    made = frame(card, group=GroupChoice(CUSTOM))
    assert list(published(made, REPEAT)) == ["England", "North West"]


def test_without_national_figures_only_target_and_quoted_are_there(card: Scorecard) -> None:
    assert set(gaps(card, card.rows, None)["kind"]) == {TARGET, NAMED, QUOTED}


def test_the_finding_counts_the_indicators_that_have_the_groups_figure(card: Scorecard) -> None:
    comparing = card.published.options.default
    assert group_finding(gaps(card, card.rows, comparing), comparing) == (
        "1 of the 2 indicators with published figures is worse than Statistical neighbours, "
        "April 2021, 1 better and 0 level"
    )
    assert group_finding(gaps(card, card.rows.iloc[:0], comparing), comparing) == ""


def test_B4_a_caption_names_groups_periods_and_release(card: Scorecard) -> None:
    said = sources_note(frame(card))
    assert "Statistical neighbours, April 2021 (mean of 6)" in said
    assert "Periods: 2019/20" in said
    assert "Figures made up for tests" in said
    assert sources_note(gaps(card, card.rows, None)) == ""
