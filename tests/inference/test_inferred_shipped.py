"""What the shipped report tells of its own rules, to the exact fraction."""

from fractions import Fraction
from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.build import check, read_report
from kpi_core.catalogue import Catalogue
from kpi_core.facts import ReportFacts
from kpi_core.inference import Inferred, infer
from kpi_core.inference.sentences import OUR_READING, account
from tests.inference.by_hand import fitting, key


@pytest.fixture(scope="module")
def report(report_path: Path, root: Path) -> ReportFacts:
    (read,) = check([report_path], root / "data" / "catalogue.toml").reports
    return read.report


@pytest.fixture(scope="module")
def found(report: ReportFacts) -> Inferred:
    return infer(report)


def test_S3_only_a_relative_band_gives_all_statuses(found: Inferred) -> None:
    assert fitting(found.status) == {("relative",): (Fraction(28, 700), Fraction(11, 160))}
    assert Fraction(28, 700) == Fraction("0.04")
    assert Fraction(11, 160) == Fraction("0.06875")
    assert dict(found.status.words) == {"red": 8, "amber": 5, "green": 4}


def test_S3_the_rows_that_give_the_ends_of_the_band(found: Inferred) -> None:
    (band,) = found.status.fitting
    assert band.fit.low_end is not None
    assert band.fit.low_end.figures == "67.2% against 70.0%"
    assert band.fit.high_end is not None
    assert band.fit.high_end.figures == "17.1% against 16.0%"


@pytest.mark.parametrize("width", ["points", "native"])
def test_S3_every_band_in_points_is_excluded_by_two_rows(found: Inferred, width: str) -> None:
    (band,) = [c for c in found.status.tried if c.width == width]
    assert not band.exact
    assert band.fit.conflict is not None
    larger, smaller = band.fit.conflict
    assert (larger.low, smaller.high) == (Fraction("2.8"), Fraction("1.1"))
    said = "\n".join(account(found.status).details)
    assert (
        "an amber miss of 2.8 points (67.2% against 70.0%: Same placement for 2 or more years) "
        "and a red miss of 1.1 points (17.1% against 16.0%: Repeat child protection plans) "
        "cannot both be"
    ) in said


def test_S3_the_sentence_has_two_decimals(found: Inferred) -> None:
    assert account(found.status).headline == (
        "All 17 declared statuses that can be used fit: amber within a share of the target, "
        "with a tolerance from 4.00% to under 6.88%."
    )


def test_S4_two_one_sided_bands_on_the_last_reported_figure_fit(found: Inferred) -> None:
    assert fitting(found.direction) == {
        ("relative", "one_sided", "last_reported"): (Fraction(4, 162), Fraction(37, 709)),
        ("native", "one_sided", "last_reported"): (Fraction(7, 10), Fraction(37, 10)),
    }
    assert dict(found.direction.words) == {"improving": 11, "declining": 3, "maintained": 3}


def test_S4_the_report_cannot_decide_between_the_two(found: Inferred) -> None:
    headline = account(found.direction).headline
    assert "All 17 declared directions that can be used fit 2 schemes" in headline
    assert "the report cannot decide between them" in headline
    assert "from 2.47% to under 5.22%" in headline
    assert "from 0.7 to under 3.7" in headline


def test_S4_a_symmetric_band_is_excluded(found: Inferred) -> None:
    tried = {key(c): c for c in found.direction.tried}
    for width in ("relative", "native"):
        assert tried[width, "symmetric", "last_reported"].fit.conflict is not None
    said = "\n".join(account(found.direction).details)
    assert "a maintained loss of 2.47%" in said
    assert "an improving gain of 0.41%" in said


def test_S18_the_same_quarter_last_year_is_excluded_by_named_rows(found: Inferred) -> None:
    (said,) = [
        line
        for line in account(found.direction).details
        if line.startswith("Excluded: the same period a year before")
    ]
    assert "3 rows are declared improving though worse" in said
    assert "1 row is declared declining though better" in said
    for figures in (
        *("66.7% against 70.8%", "81.2% against 84.7%", "92.5% against 94.6%"),
        "81.7% against 79.2%",
    ):
        assert figures in said


def test_S4_the_previous_quarter_is_excluded_where_it_is_empty(found: Inferred) -> None:
    said = "\n".join(account(found.direction).details)
    assert "the period right before as what is compared with: 7 rows declare a direction" in said


def test_S17_counts_and_surveys_keep_their_own_earlier_figure(found: Inferred) -> None:
    for candidate in found.direction.tried:
        figures = {case.figures for case in candidate.cases}
        assert {"347 against 322", "73.3% against 73.0%"} <= figures


def test_S4_nothing_is_said_to_be_the_councils_policy(found: Inferred) -> None:
    for answer in found.answers:
        assert account(answer).details[-1].startswith(OUR_READING)


def test_without_a_catalogue_the_status_band_is_the_same(report_path: Path) -> None:
    read = read_report(report_path.read_bytes(), report_path.name, Catalogue()).report
    assert fitting(infer(read).status) == {("relative",): (Fraction(1, 25), Fraction(11, 160))}


def test_the_shipped_schemes_lie_in_the_intervals(
    found: Inferred, report: ReportFacts, root: Path
) -> None:
    known = catalogues.load(root / "data" / "catalogue.toml")
    entry = known.reports[report.report]
    status, direction = found.status.fitting[0], found.direction.fitting[0]
    amber = known.status_scheme(entry.status_scheme).amber_within
    worse = known.direction_scheme(entry.direction_scheme).worse_within
    assert status.fit.contains(Fraction(amber))
    assert direction.fit.contains(Fraction(worse))
