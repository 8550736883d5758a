"""Which published period and statistic a quoted benchmark fits."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.comparators.vintage import Quoted, fits
from kpi_core.comparators.vintage_findings import vintage_findings
from kpi_core.comparators.vintage_message import ASK, sentences
from kpi_core.comparators.vintage_words import match_sentence
from kpi_core.findings import Finding
from kpi_core.formatting import rounded
from kpi_core.vocabulary import Severity, Statistic, Unit, Vintage
from tests.comparators.national_of import OURS
from tests.comparators.quoting import held, report, years

NEIGHBOURS = f"statistical-neighbours/{OURS}"
ENGLAND = years(
    {
        "2017/18": {"england": 20.2, "north-west": 20.7},
        "2018/19": {"england": 20.8, "north-west": 22.0},
        "2019/20": {"england": 21.9, "north-west": 22.8},
        "2020/21": {"england": 24.4, "north-west": 22.6},
    }
)


@pytest.mark.parametrize(
    ("value", "published", "decimals", "same"),
    [
        ("21", "20.5", 1, True),  # half-way: fits both, as nobody knows how it was rounded
        ("20", "20.5", 1, True),
        ("21", "20.4", 1, False),
        ("21", "21.5", 1, True),
        ("21", "21.6", 1, False),
        ("20.8", "20.8", 1, True),
        ("20.9", "20.8", 1, False),
        ("60.9", "61", 0, True),  # published without decimals: no finer than that
        ("60.4", "61", 0, False),
        ("60.9", "61", None, False),  # worked out, so exact
    ],
)
def test_S9_figures_are_the_same_at_the_coarser_precision(
    value: str, published: str, decimals: int | None, same: bool
) -> None:
    quoted = Quoted("england", Decimal(value), len(value.partition(".")[2]), Unit.PERCENT, "x")
    assert fits(quoted, Decimal(published), decimals) is same


@given(
    published=st.decimals(0, 1000, places=2),
    quoted_decimals=st.integers(0, 2),
    decimals=st.none() | st.integers(2, 4),
)
def test_S9_a_quote_made_by_rounding_a_published_figure_fits_it(
    published: Decimal, quoted_decimals: int, decimals: int | None
) -> None:
    value = rounded(published, quoted_decimals)
    quoted = Quoted("england", value, quoted_decimals, Unit.PERCENT, "x")
    assert fits(quoted, published, decimals)


@given(published=st.floats(0, 100).map(lambda value: round(value, 1)), places=st.integers(0, 1))
def test_S9_such_a_quote_is_matched_with_its_year(published: float, places: int) -> None:
    national = years({"2018/19": {"england": published}})
    found = held(national, "england", str(rounded(published, places)))
    assert [match.label for match in found.matches[0].fits] == ["2018/19"]


@pytest.mark.parametrize(
    ("subject", "value", "state", "labels", "behind"),
    [
        ("england", "20", Vintage.EARLIER, ["2017/18"], 24),
        ("england", "21", Vintage.EARLIER, ["2018/19"], 12),
        ("england", "22", Vintage.SAME, ["2019/20"], 0),
        ("north-west", "22", Vintage.EARLIER, ["2018/19"], 12),
        ("north-west", "23", Vintage.SAME, ["2019/20"], 0),
        ("england", "24", Vintage.NOTHING, [], None),  # published for a later period only
        ("london", "20", Vintage.NOTHING, [], None),
    ],
)
def test_S9_a_region_and_england_are_held_against_what_is_published_of_them(
    subject: str, value: str, state: Vintage, labels: list[str], behind: int | None
) -> None:
    found = held(ENGLAND, subject, value)
    (match,) = found.matches
    assert found.state is match.state is state
    assert [candidate.label for candidate in match.fits] == labels
    assert match.behind == behind


def test_S9_every_match_is_named_the_newest_first() -> None:
    national = years({"2017/18": {"england": 20.9}, "2018/19": {"england": 21.1}})
    found = held(national, "england", "21")
    assert [match.label for match in found.matches[0].fits] == ["2018/19", "2017/18"]
    assert match_sentence(found.matches[0], found) == (
        "England 21% fits 2018/19 (21.1%) and 2017/18 (20.9%)."
    )


def test_B3_neighbours_are_tried_as_mean_and_median_of_their_dated_set() -> None:
    national = years(
        {
            "2018/19": {"ash": 10.0, "birch": 21.0, "cedar": 26.0},  # mean 19, median 21
            "2019/20": {"ash": 30.0, "birch": 31.0, "cedar": 32.0},
        }
    )
    by_median, by_mean = (held(national, NEIGHBOURS, value).matches[0] for value in ("21", "19"))
    assert [candidate.statistic for candidate in by_median.fits] == [Statistic.MEDIAN]
    assert [candidate.statistic for candidate in by_mean.fits] == [Statistic.MEAN]


def test_B3_neighbours_are_tried_pooled_where_their_cases_are_known() -> None:
    def share(above: int, below: int) -> dict[str, float]:
        return {"value": 100 * above / below, "numerator": above, "denominator": below}

    national = years({"2019/20": {"ash": share(1, 10), "birch": share(60, 100)}})
    (match,) = held(national, NEIGHBOURS, "55.5").matches
    assert [candidate.statistic for candidate in match.fits] == [Statistic.POOLED]


def test_B2_sets_that_are_newer_than_the_row_are_told() -> None:
    national = years({"2018/19": {"ash": 21.0, "birch": 21.0, "cedar": 21.0}})
    said = list(sentences(held(national, NEIGHBOURS, "21")))
    assert said[-1].startswith("The sets of neighbours that were imported are newer than that")


@pytest.mark.parametrize(
    ("unit", "label", "said"),
    [
        (Unit.COUNT, "2019/20 Q4", "in another unit"),
        (Unit.PERCENT, "unknown", "The period of the row is not known."),
        (Unit.PERCENT, "2010/11 Q4", "has no figures up to 2010/11 Q4"),
    ],
)
def test_what_cannot_be_compared_says_why(unit: Unit, label: str, said: str) -> None:
    found = held(ENGLAND, "england", "20", label, unit)
    assert found.state is Vintage.NOT_COMPARED
    assert said in (found.reason or "")


def test_in_a_quarter_within_the_year_the_newest_full_year_is_what_to_expect() -> None:
    assert held(ENGLAND, "england", "20.8", "2019/20 Q2").state is Vintage.SAME


def findings(benchmark: str, **more: str | None) -> list[Finding]:
    return list(vintage_findings(report(benchmark, **more), ENGLAND))  # type: ignore[arg-type]


def test_S9_one_warning_for_the_row_says_what_all_its_figures_fit_together() -> None:
    (finding,) = findings("NW 21%, Eng 20%")
    assert (finding.rule, finding.severity) == ("benchmark-vintage", Severity.WARNING)
    assert finding.indicator == "repeat-plans"
    assert finding.raw == "NW 21%, Eng 20%"
    assert finding.message == (
        "Together North West 21% and England 20% fit 2017/18 (20.7% and 20.2% published), two "
        "years before the row’s 2019/20 (22.8% and 21.9%). Ask for the figures of the same "
        "period, or say in the report which period they are for."
    )


@pytest.mark.parametrize("benchmark", ["Eng 22%", "Eng 29%", "NW 23%, Eng 22%"])
def test_S9_what_fits_the_row_or_nothing_is_a_note(benchmark: str) -> None:
    (finding,) = findings(benchmark)
    assert finding.severity is Severity.NOTE


def test_a_figure_that_fits_nothing_is_said_with_what_is_published() -> None:
    (finding,) = findings("Eng 29%")
    assert finding.message == (
        "England 29% fits nothing published up to 2019/20 (21.9% published)."
    )


@pytest.mark.parametrize(
    ("benchmark", "said"),
    [
        # each of another period: none that they have in common
        (
            "NW 21%, Eng 21%",
            (
                "North West 21% fits 2017/18 (20.7% published), two years before the row’s 2019/20 "
                "(22.8%). England 21% fits 2018/19 (20.8% published), one year before the row’s "
                "2019/20 (21.9%)."
            ),
        ),
        ("NW 23%, Eng 22%", "Together North West 23% and England 22% fit 2019/20 (22.8% and 21.9%"),
        ("Eng 22%, NW 29%", "England 22% fits 2019/20 (21.9% published). North West 29% fits no"),
        (
            "Eng 29%, NW 30%",
            "England 29% and North West 30% fit nothing published up to 2019/20 (2",
        ),
    ],
)
def test_S9_a_finding_says_which_figures_belong_together(benchmark: str, said: str) -> None:
    (finding,) = findings(benchmark)
    assert finding.message.startswith(said)


def test_S9_a_figure_that_fits_newer_periods_too_is_no_evidence_of_the_common_one() -> None:
    areas = {"ash": 20.0, "birch": 21.0, "cedar": 22.0}  # mean and median 21
    national = years(
        {
            "2017/18": {"england": 20.2, "north-west": 20.7, **areas},
            "2018/19": {"england": 20.8, "north-west": 22.0, **areas},
            "2019/20": {"england": 21.9, "north-west": 22.8, "ash": 30.0, "birch": 31.0},
        }
    )
    (finding,) = vintage_findings(report("SN 21%, NW 21%, Eng 20%"), national)
    assert finding.message == (
        "Together North West 21% and England 20% fit 2017/18 (20.7% and 20.2% published), two "
        "years before the row’s 2019/20 (22.8% and 21.9%). Statistical neighbours 21% fits both "
        f"2017/18 and 2018/19. {ASK}"
    )


def test_S9_several_common_periods_are_said_by_the_newest() -> None:
    every = {"england": 20.0, "north-west": 21.0}
    national = years({"2016/17": every, "2017/18": every, "2019/20": {"england": 30.0}})
    (finding,) = vintage_findings(report("NW 21%, Eng 20%"), national)
    assert finding.message.startswith(
        "Together North West 21% and England 20% fit 2017/18 at the latest (21.0% and 20.0% "
        "published), two years before the row’s 2019/20. Ask"
    )


def test_S9_a_row_within_a_year_says_which_period_was_to_be_expected() -> None:
    said = next(iter(sentences(held(ENGLAND, "england", "20.2", "2019/20 Q2"))))
    assert said == (
        "England 20.2% fits 2017/18 (20.2% published), one year before 2018/19, the newest "
        "published by 2019/20 Q2 (20.8%)."
    )


def test_a_row_without_a_measure_or_a_quote_gives_nothing() -> None:
    assert findings("Eng 20%", linked=None) == []
    assert findings("Eng 20%", linked="made/not-imported") == []
    assert findings("-") == []
