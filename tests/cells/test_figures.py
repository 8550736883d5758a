"""Printed figures: what must be read, what must be refused, and what is missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.vocabulary import Mark, Missing, Unit

READ = [
    ("0", "0", Unit.UNKNOWN, 0),
    ("0.0%", "0.0", Unit.PERCENT, 1),
    ("-0", "0", Unit.UNKNOWN, 0),
    ("(0.0)", "0.0", Unit.UNKNOWN, 1),
    ("17.1%", "17.1", Unit.PERCENT, 1),
    ("65%", "65", Unit.PERCENT, 0),
    (" 17.1 % ", "17.1", Unit.PERCENT, 1),
    ("17.1\u00a0%", "17.1", Unit.PERCENT, 1),
    ("17.1 per cent", "17.1", Unit.PERCENT, 1),
    ("104%", "104", Unit.PERCENT, 0),
    ("3 pp", "3", Unit.PERCENTAGE_POINT, 0),
    ("-0.5 percentage points", "-0.5", Unit.PERCENTAGE_POINT, 1),
    ("60.9 per 10,000", "60.9", Unit.RATE_PER_10000, 1),
    ("73.0", "73.0", Unit.UNKNOWN, 1),
    ("347", "347", Unit.UNKNOWN, 0),
    ("3,456", "3456", Unit.UNKNOWN, 0),
    ("1,234,567.8", "1234567.8", Unit.UNKNOWN, 1),
    (".5", "0.5", Unit.UNKNOWN, 1),
    ("+3", "3", Unit.UNKNOWN, 0),
    ("-2.1", "-2.1", Unit.UNKNOWN, 1),
    ("−2.1", "-2.1", Unit.UNKNOWN, 1),
    ("(2.1)", "-2.1", Unit.UNKNOWN, 1),
    ("(2.1%)", "-2.1", Unit.PERCENT, 1),
    ("(2.1)%", "-2.1", Unit.PERCENT, 1),
    ("5k", "5000", Unit.UNKNOWN, 0),
    ("£7,251", "7251", Unit.GBP, 0),
    ("£ 26.67K", "26670", Unit.GBP, 0),
    ("£1.2m", "1200000", Unit.GBP, 0),
    ("£1.25 million", "1250000", Unit.GBP, 0),
    ("£2bn", "2000000000", Unit.GBP, 0),
    ("-£5", "-5", Unit.GBP, 0),
    ("£-5", "-5", Unit.GBP, 0),
    ("1 day", "1", Unit.DAYS, 0),
    ("3.5 days", "3.5", Unit.DAYS, 1),
    ("10.74 Weeks", "10.74", Unit.WEEKS, 2),
    ("72 Hours", "72", Unit.HOURS, 0),
    ("07:30", "7.5", Unit.HOURS, None),
    ("120:45", "120.75", Unit.HOURS, None),
    ("60:45", "60.75", Unit.HOURS, None),
    ("1:4", "0.25", Unit.RATIO, None),
    ("3:2", "1.5", Unit.RATIO, None),
    ("12:75", "0.16", Unit.RATIO, None),
    ("0.1428571428571428", "0.1428571428571428", Unit.UNKNOWN, 16),
    ("999999999999999", "999999999999999", Unit.UNKNOWN, 0),
]

REFUSED = [
    ("12..3%", "'12..3%' is not a number"),
    ("1.2.3", "is not a number"),
    ("5.", "is not a number"),
    ("%", "is not a number"),
    ("()", "is not a number"),
    ("(-2.1)", "is not a number"),
    ("-£-5", "is not a number"),
    ("1 234", "is not a number"),
    ("Yes", "is not a number"),
    ("M", "is not a number"),
    ("Approved strategy", "is not a number"),
    ("NaN", "is not a number"),
    ("Infinity", "is not a number"),
    ("1e400", "is not a number"),
    ("1_000", "is not a number"),
    ("٣", "is not a number"),
    ("\uff11\uff17", "is not a number"),
    ("1²", "is not a number"),
    ("5 [q]", "is not a number"),
    ("5 [p] [r]", "is not a number"),
    ("12,3%", "comma that does not part thousands"),
    ("1,23", "comma that does not part thousands"),
    ("1,000,00", "comma that does not part thousands"),
    ("<5", "is a bound"),
    ("≥70%", "is a bound"),
    ("=/> 101%", "is a bound"),
    ("±5%", "is a bound"),
    ("Greater than 50%", "is a bound"),
    ("7.7 (7.6)", "holds two figures"),
    ("5-10", "is a range"),
    ("2019-20", "is a range or a date"),
    ("4 minutes", "a unit that is not known: 'minutes'"),
    ("£5 days", "a unit that is not known: 'days'"),
    ("£5%", "a unit that is not known: '%'"),
    ("5%%", "a unit that is not known"),
    ("5m", "may be in millions, metres or minutes"),
    ("1:30", "may be a ratio or hours and minutes"),
    ("60:40", "may be a ratio or hours and minutes"),
    ("50:50", "may be a ratio or hours and minutes"),
    ("1:0", "is a ratio to nothing"),
    ("7:30:00", "is not a number"),
    ("1000000000000000", "too many digits"),
    ("9999999bn", "too many digits"),
    ("0." + "1" * 40, "too many digits"),
    ("9" * 5000, "too long"),
]

MISSING = [
    *[(text, Missing.BLANK) for text in ("", " ", "\u00a0", "\ufeff", "\t\n")],
    *[(text, Missing.DASH) for text in ("-", "–", "—", "−", " - ", "--")],
    *[
        (text, Missing.NOT_AVAILABLE)
        for text in ("n/a", "N/A", "NA", "null", "x", "[x]", "No data")
    ],
    *[(text, Missing.NOT_APPLICABLE) for text in ("z", "[z]", "Not applicable")],
    *[(text, Missing.AWAITED) for text in ("TBC", "tbc", "Awaited", "To be confirmed")],
    *[(text, Missing.SUPPRESSED) for text in ("c", "[c]", "*", "Suppressed")],
    *[(text, Missing.LOW) for text in ("k", "[k]", "[low]")],
    *[(text, Missing.UNRELIABLE) for text in ("u", "[u]")],
    ("Not collected", Missing.NOT_COLLECTED),
    ("Not yet due", Missing.NOT_DUE),
]


@pytest.mark.parametrize(("text", "value", "unit", "decimals"), READ)
def test_U1_reads(text: str, value: str, unit: Unit, decimals: int | None) -> None:
    figure = parse_figure(text)
    assert isinstance(figure, Figure), figure
    assert str(figure.value) == value
    assert (figure.raw, figure.unit, figure.decimals) == (text, unit, decimals)
    assert figure.missing is None


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_U1_refuses_and_says_what_it_is(text: str, reason: str) -> None:
    problem = parse_figure(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason
    assert len(problem.reason) < 200


@pytest.mark.parametrize(("text", "missing"), MISSING)
def test_M1_no_figure_has_a_reason_and_no_value(text: str, missing: Missing) -> None:
    assert parse_figure(text) == Figure(text, None, Unit.UNKNOWN, None, missing)


def test_M4_zero_is_a_value() -> None:
    figure = parse_figure("0")
    assert isinstance(figure, Figure)
    assert figure.value == 0
    assert figure.missing is None


def test_S6_blank_and_dash_stay_apart() -> None:
    blank, dash = parse_figure(""), parse_figure("-")
    assert isinstance(blank, Figure)
    assert isinstance(dash, Figure)
    assert blank.missing is not dash.missing


def test_S7_precision_is_kept_as_printed() -> None:
    """16.0%, 15.30% and 65% stand in one column of the report."""
    figures = [parse_figure(text) for text in ("16.0%", "15.30%", "65%")]
    assert [figure.decimals for figure in figures] == [1, 2, 0]
    assert [str(figure.value) for figure in figures] == ["16.0", "15.30", "65"]


@pytest.mark.parametrize("capital", ["C", "K", "U", "X", "Z"])
def test_M2_a_capital_letter_is_no_shorthand(capital: str) -> None:
    assert isinstance(parse_figure(capital), Problem)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("17.1% [p]", Mark.PROVISIONAL),
        ("17.1% (prov)", Mark.PROVISIONAL),
        ("17.1%[r]", Mark.REVISED),
        ("17.1% (Rev)", Mark.REVISED),
        ("17.1% [e]", Mark.ESTIMATED),
        ("17.1% [f]", Mark.FORECAST),
        ("17.1% [b]", Mark.BREAK),
    ],
)
def test_M2_marks_stand_beside_the_value(text: str, mark: Mark) -> None:
    assert parse_figure(text) == Figure(text, Decimal("17.1"), Unit.PERCENT, 1, None, mark)


def test_M2_a_bracketed_negative_may_be_marked() -> None:
    figure = parse_figure("(5) [r]")
    assert isinstance(figure, Figure)
    assert (figure.value, figure.mark) == (-5, Mark.REVISED)


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=2, min_value=-999999, max_value=999999
    )
)
def test_a_printed_percentage_reads_back(number: Decimal) -> None:
    figure = parse_figure(f"{number:,.2f}%")
    assert isinstance(figure, Figure)
    assert (figure.value, figure.unit, figure.decimals) == (number, Unit.PERCENT, 2)


crumbs = st.lists(
    st.sampled_from([*"0159.,-+%£():[]pkmcz <≥٣²\u00a0", "bn", "days", "per 1,000", "1e9"])
)


@given(st.text() | crumbs.map("".join))
def test_any_text_gives_a_finite_value_or_a_reason(text: str) -> None:
    figure = parse_figure(text)
    if isinstance(figure, Figure):
        assert (figure.value is None) is (figure.missing is not None)
        assert figure.raw == text
        assert figure.value is None or (figure.value.is_finite() and abs(figure.value) < 10**15)
    else:
        assert figure.reason
