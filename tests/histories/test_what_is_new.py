"""The briefing on real chains of reports: each change once, and nothing else is claimed."""

from collections import Counter
from pathlib import Path

import pytest

from kpi_core.build import check, pack
from kpi_core.dataset import Dataset
from kpi_core.downloads import OFFERS, Viewed, make
from kpi_core.present.briefing import Briefing, account, briefing
from kpi_core.present.scorecard import scorecard
from kpi_core.selection import Filters
from kpi_core.vocabulary import ChangeKind
from tests.histories.earlier import FIRST
from tests.histories.every_change import STEADY, write_every_change
from tests.histories.quarters import Q2, Q3, Q4, write_quarters

EVERY = {
    ChangeKind.NEW_RED: "Reduce missed bins",
    ChangeKind.WORSE: "Increase recycling",
    ChangeKind.RECOVERY: "Increase library visits",
    ChangeKind.BETTER: "Increase homes built",
    ChangeKind.TURNED_DOWN: "Increase street trees",
    ChangeKind.TURNED_UP: "Increase park visits",
    ChangeKind.NEWLY_MISSING: "Increase bus journeys",
    ChangeKind.NOW_GIVEN: "Increase swimming lessons",
    ChangeKind.RESTATED: "Increase youth club places",
    ChangeKind.TARGET_MOVED: "Increase school meals",
    ChangeKind.OTHER_POLARITY: "Phone calls",
    ChangeKind.OTHER_UNIT: "Reduce waiting for repairs",
    ChangeKind.NEW: "Increase evening classes",
    ChangeKind.RETURNED: "Reduce noise complaints",
    ChangeKind.RETIRED: "Reduce potholes",
    ChangeKind.RENAMED: "Adult learners",
    ChangeKind.RENAMED_IN_DOUBT: "Increase the proportion of satisfied tenants",
}


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    files, catalogue = write_every_change(tmp_path_factory.mktemp("every"))
    return pack(check(files, catalogue)).dataset("memory")


@pytest.fixture(scope="module")
def quarters(report_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    files = write_quarters(report_path, tmp_path_factory.mktemp("quarters"))
    return pack(check(files)).dataset("memory")


@pytest.fixture(scope="module")
def alone(report_path: Path, root: Path) -> Dataset:
    return pack(check([report_path], root / "data" / "catalogue.toml")).dataset("memory")


def told(dataset: Dataset, report: str | None = None) -> Briefing:
    return briefing(scorecard(dataset, report))


def names(made: Briefing) -> dict[ChangeKind, list[str]]:
    """The beginnings of the titles by kind."""
    return {kind: [c.title for c in found] for kind, found in made.kinds().items()}


def test_each_kind_of_change_is_found_once_and_no_other(every: Dataset) -> None:
    made = told(every)
    assert names(made) == {kind: [title] for kind, title in EVERY.items()}
    assert list(made.kinds()) == list(ChangeKind)
    assert [change.title for change in made.not_compared] == ["Increase bus journeys"]
    assert (made.kept, made.total) == (11, 17)
    assert STEADY not in {change.title for change in made.changes}
    assert account.nothing_of(made) == ""


def test_every_indicator_is_counted_once(
    every: Dataset, quarters: Dataset, alone: Dataset, stored: Dataset
) -> None:
    """It keeps its status, changes it, cannot be compared, or is new."""
    for dataset in (every, quarters, alone, stored):
        for report in dataset.frame("reports")["report"]:
            made = told(dataset, report)
            changed = sum(
                change.kind is not None and change.kind.of_status for change in made.changes
            )
            new = made.number(ChangeKind.NEW)
            assert made.kept + changed + len(made.not_compared) + new == made.total


def test_the_quarter_before_knows_nothing_of_the_next(every: Dataset) -> None:
    made = told(every, "upper-tamar-q3")
    assert names(made) == {
        ChangeKind.NEWLY_MISSING: ["Increase swimming lessons"],
        ChangeKind.RETIRED: ["Reduce noise complaints"],
    }
    assert account.headline(made) == "No status changed; 15 of 16 indicators keep their status"


def test_two_reports_as_a_briefing(stored: Dataset) -> None:
    made = told(stored)
    assert account.headline(made) == "2 new reds; 14 of 18 indicators keep their status"
    assert [change.sentence for change in made.changes[:2]] == [
        (
            "Repeat child protection plans: red, was amber in 2019/20 Q3; 17.1% against a target "
            "of 16.0%, was 16.2%."
        ),
        (
            "Placed out of borough and 20+ miles from home: red, was green in 2019/20 Q3; 16.6% "
            "against a target of 12.6%, was 16.2%."
        ),
    ]
    numbers = Counter(change.kind for change in made.changes)
    assert numbers == {
        ChangeKind.NEW_RED: 2,
        ChangeKind.NEWLY_MISSING: 2,
        ChangeKind.NOW_GIVEN: 8,
        ChangeKind.RESTATED: 2,
        ChangeKind.TARGET_MOVED: 1,
        ChangeKind.NEW: 1,
        ChangeKind.RETIRED: 1,
        ChangeKind.RENAMED: 1,
        ChangeKind.RENAMED_IN_DOUBT: 1,
    }


def test_R7_a_new_red_that_was_red_by_our_rule_says_so(stored: Dataset) -> None:
    repeat, placed = told(stored).kinds()[ChangeKind.NEW_RED]
    assert placed.notes[-1].startswith(
        "Declared green in 2019/20 Q3; by our rule red: 16.2% against"
    )
    assert not any("by our rule red" in note for note in repeat.notes)


def test_a_restated_figure_is_quoted_as_both_reports_print_it(stored: Dataset) -> None:
    front, domestic = told(stored).kinds()[ChangeKind.RESTATED]
    assert "the figure of 2019/20 Q2 is 59.90% here and was 58.2% in" in front.said
    assert "is 49.1% here and was 49.4% [p] in" in domestic.said
    assert front.said.endswith("up 1.7 points.")  # what to do stands apart
    assert front.notes == ("Both are kept and the later one is used.",)


def test_what_is_gone_is_looked_up_where_it_was(stored: Dataset) -> None:
    (gone,) = told(stored).kinds()[ChangeKind.RETIRED]
    assert gone.report == FIRST
    assert gone.said == (
        "not in this report; it was green, 24 against a target of 25 in 2019/20 Q3."
    )


def test_three_quarters_in_three_formats(quarters: Dataset) -> None:
    third = names(told(quarters, Q3.report))
    assert [len(titles) for titles in third.values()] == [2, 1, 9, 1, 1, 1]
    assert list(third) == [
        *(ChangeKind.RECOVERY, ChangeKind.TURNED_UP, ChangeKind.NEWLY_MISSING),
        *(ChangeKind.RESTATED, ChangeKind.TARGET_MOVED, ChangeKind.RENAMED_IN_DOUBT),
    ]
    made = told(quarters, Q4.report)
    assert {kind: len(found) for kind, found in made.kinds().items()} == {
        ChangeKind.NEW_RED: 1,
        ChangeKind.WORSE: 2,
        ChangeKind.RECOVERY: 4,
        ChangeKind.TURNED_DOWN: 3,
        ChangeKind.TURNED_UP: 2,
        ChangeKind.NOW_GIVEN: 9,
        ChangeKind.NEW: 1,
        ChangeKind.RETIRED: 1,
    }
    (red,) = made.kinds()[ChangeKind.NEW_RED]
    assert "red, was green in 2019/20 Q2; 17.1% against a target of 16.0%, was 11.5%." in red.said
    assert red.notes == ("2019/20 Q3: Not rated: there is no figure for this period.",)


def test_the_only_report_is_held_against_what_we_compute_and_says_so(alone: Dataset) -> None:
    made = told(alone)
    assert made.earlier is None
    assert "There is no earlier report" in account.basis(made)
    assert "The next report will be compared with this one." in account.basis(made)
    assert account.headline(made) == (
        "1 new red, 2 worse but not red, 3 recoveries; 9 of 18 indicators keep their status"
    )
    for change in made.changes:
        assert "(declared), was" in change.said
        assert "(computed by us) in 2019/20 Q" in change.said
        assert change.notes[-1].startswith("Computed by us in 2019/20 Q")
    assert [c.title for c in made.not_compared] == [
        "Adoption: under 14 months to placement",
        "Section 42 safeguarding enquiries concluded",
        "Adult social care users who feel safe",
    ]
    assert all(change.notes for change in made.not_compared)
    assert "restated figures" in account.not_told(made)
    assert "restated figures" not in account.nothing_of(made)


def test_the_oldest_report_of_several_is_as_if_alone(quarters: Dataset) -> None:
    made = told(quarters, Q2.report)
    assert made.earlier is None
    assert all(change.kind and change.kind.of_status for change in made.changes)


def test_the_first_report_of_all_has_nothing_to_compare(every: Dataset) -> None:
    made = told(every, "upper-tamar-q2")
    assert made.changes == ()
    assert account.headline(made) == "No status can be compared with an earlier one"
    assert account.nothing_of(made) == "Looked for and not found: newly missing figures."


def test_filters_leave_the_changes_of_the_indicators_shown(stored: Dataset) -> None:
    card = scorecard(stored)
    made = briefing(card)
    shown = made.shown(card, Filters(status=("Red",)))
    red = set(card.rows.loc[card.rows["status"] == "red", "indicator"])
    assert {change.indicator for change in shown.changes} <= red
    assert account.showing(made, shown) == (
        "Showing 9 of 19 changes. Hidden by the filters: 8 figures now given, 1 retired "
        "indicator, 1 renamed indicator, 1 that cannot be compared."
    )
    assert account.showing(made, made) == "Showing 19 of 19 changes."


@pytest.mark.parametrize("output", OFFERS["changes"].formats)
def test_the_download_holds_what_the_filters_leave(every: Dataset, output: str) -> None:
    card = scorecard(every)
    whole = make(OFFERS["changes"], output, Viewed(card, Filters())).content
    part = make(OFFERS["changes"], output, Viewed(card, Filters(status=("Red",)))).content
    if output in ("csv", "json"):
        for title in EVERY.values():
            assert title in whole.decode()
        assert EVERY[ChangeKind.NEW_RED] in part.decode()
        assert EVERY[ChangeKind.NOW_GIVEN] not in part.decode()
    assert len(part) < len(whole)
