"""Value cells with more than a plain figure: nothing printed is lost and nothing is made up."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.bounds import Bound
from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.cells.missing import missing_from
from kpi_core.cells.outturns import parse_outturn, uses_decimal_comma
from kpi_core.vocabulary import Mark, Missing, Polarity, Unit


def outturn(text: str) -> Figure:
    figure = parse_outturn(text)
    assert isinstance(figure, Figure), figure
    assert figure.raw == text
    return figure


@pytest.mark.parametrize("text", ["17.1%", "", "-", "c", "(2.1)", "07:30", "17.1% [p]", "1:4"])
def test_a_plain_figure_reads_as_before(text: str) -> None:
    assert parse_outturn(text) == parse_figure(text)


@pytest.mark.parametrize(
    ("text", "bound", "limit", "unit"),
    [
        ("<5", Bound.LESS_THAN, "5", Unit.UNKNOWN),
        ("< 21%", Bound.LESS_THAN, "21", Unit.PERCENT),
        ("less than 5", Bound.LESS_THAN, "5", Unit.UNKNOWN),
        ("under 5 days", Bound.LESS_THAN, "5", Unit.DAYS),
        ("≤3%", Bound.AT_MOST, "3", Unit.PERCENT),
        ("5 or fewer", Bound.AT_MOST, "5", Unit.UNKNOWN),
        ("less than or equal to 5", Bound.AT_MOST, "5", Unit.UNKNOWN),
        ("no more than £7,251", Bound.AT_MOST, "7251", Unit.GBP),
        ("within 45 days", Bound.AT_MOST, "45", Unit.DAYS),
        ("≥70%", Bound.AT_LEAST, "70", Unit.PERCENT),
        ("=/> 101%", Bound.AT_LEAST, "101", Unit.PERCENT),
        ("70%+", Bound.AT_LEAST, "70", Unit.PERCENT),
        ("70% or above", Bound.AT_LEAST, "70", Unit.PERCENT),
        ("min. 70", Bound.AT_LEAST, "70", Unit.UNKNOWN),
        ("Greater than 50%", Bound.MORE_THAN, "50", Unit.PERCENT),
        ("&gt;50%", Bound.MORE_THAN, "50", Unit.PERCENT),
    ],
)
def test_M1_a_bound_is_neither_a_value_nor_missing(
    text: str, bound: Bound, limit: str, unit: Unit
) -> None:
    figure = outturn(text)
    assert (figure.bound, str(figure.limit), figure.unit) == (bound, limit, unit)
    assert (figure.value, figure.missing) == (None, None)


def test_a_bound_as_a_target_says_which_way_is_good() -> None:
    assert Bound.AT_MOST.polarity is Bound.LESS_THAN.polarity is Polarity.LOWER_IS_BETTER
    assert Bound.AT_LEAST.polarity is Bound.MORE_THAN.polarity is Polarity.HIGHER_IS_BETTER


@pytest.mark.parametrize(
    ("text", "value", "second"),
    [
        ("7.7 (7.6)", "7.7", "7.6"),
        ("51,230 (35,415)", "51230", "35415"),
        ("12 (1)", "12", "1"),
        ("49 (17.1%)", "49", "17.1"),
        ("7.7%\n7.6%", "7.7", "7.6"),
        ("7.7\r\n\r\n7.6\n", "7.7", "7.6"),
    ],
)
def test_the_first_of_two_figures_is_the_cells_and_the_second_is_kept(
    text: str, value: str, second: str
) -> None:
    figure = outturn(text)
    assert str(figure.value) == value
    assert [str(other.value) for other in figure.also] == [second]


@pytest.mark.parametrize(
    ("text", "value", "unit", "parts"),
    [
        ("17.1% (49 of 286)", "17.1", Unit.PERCENT, (49, 286)),
        ("17.1% (49/286)", "17.1", Unit.PERCENT, (49, 286)),
        ("17.2% (49/286)", "17.2", Unit.PERCENT, (49, 286)),
        ("17 (49 out of 286)", "17", Unit.UNKNOWN, (49, 286)),
        ("49/286 (17.1%)", "17.1", Unit.PERCENT, (49, 286)),
        ("100% (1,286 of 1,286 cases)", "100", Unit.PERCENT, (1286, 1286)),
        ("49 out of 196", "0.25", Unit.RATIO, (49, 196)),
        ("49/196", "0.25", Unit.RATIO, (49, 196)),
        ("1 in 4", "0.25", Unit.RATIO, (1, 4)),
    ],
)
def test_a_share_keeps_its_parts(text: str, value: str, unit: Unit, parts: tuple[int, int]) -> None:
    figure = outturn(text)
    assert (str(figure.value), figure.unit) == (value, unit)
    assert (figure.numerator, figure.denominator) == parts


@pytest.mark.parametrize(
    ("text", "value", "notes"),
    [
        ("17.1*", "17.1", ("*",)),
        ("17.1†", "17.1", ("†",)),
        ("17.1¹", "17.1", ("¹",)),
        ("17.1 [1]", "17.1", ("[1]",)),
        ("17.1% [note 1]", "17.1", ("[note 1]",)),
        ("17.1% [q]", "17.1", ("[q]",)),
        ("17.1% (G)", "17.1", ("(G)",)),
        ("17.1% ↑", "17.1", ("↑",)),
        ("▲ 17.1%", "17.1", ("▲",)),
        ("85% Green", "85", ("Green",)),
        ("Green: 85%", "85", ("Green:",)),
        ("75% (2018/19)", "75", ("(2018/19)",)),
        ("75% (19/20)", "75", ("(19/20)",)),
        ("17.1% (target 80%) *", "17.1", ("(target 80%)", "*")),
        ("3 days (49 of 286)", "3", ("(49 of 286)",)),
        ("<5% (3 of 286)", "None", ("(3 of 286)",)),
        ("N/A (annual)", "None", ("(annual)",)),
    ],
)
def test_footnotes_and_remarks_are_kept_as_printed(
    text: str, value: str, notes: tuple[str, ...]
) -> None:
    figure = outturn(text)
    assert (str(figure.value), figure.notes) == (value, notes)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("17.1% provisional", Mark.PROVISIONAL),
        ("Provisional: 17.1%", Mark.PROVISIONAL),
        ("est. 17.1%", Mark.ESTIMATED),
        ("17.1%, revised", Mark.REVISED),
        ("forecast 17.1%", Mark.FORECAST),
    ],
)
def test_M2_a_mark_may_be_a_word_without_brackets(text: str, mark: Mark) -> None:
    figure = outturn(text)
    assert (str(figure.value), figure.mark) == ("17.1", mark)


def test_M2_the_first_mark_counts_and_the_second_is_kept() -> None:
    figure = outturn("17.1% [p] [r]")
    assert (figure.mark, figure.notes) == (Mark.PROVISIONAL, ("[r]",))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("4 minutes", Decimal(4) / 60),
        ("4 minutes (Quarterly target)", Decimal(4) / 60),
        ("90 mins", Decimal("1.5")),
        ("1h 30m", Decimal("1.5")),
        ("2 hrs and 15 minutes", Decimal("2.25")),
        ("4 mins 30 secs", Decimal("0.075")),
        ("00:04:30", Decimal("0.075")),
        ("36 seconds", Decimal("0.01")),
    ],
)
def test_U1_minutes_are_hours_without_printed_decimals(text: str, hours: Decimal) -> None:
    figure = outturn(text)
    assert (figure.value, figure.unit, figure.decimals) == (hours, Unit.HOURS, None)


@pytest.mark.parametrize(
    ("text", "value", "decimals"),
    [
        ("17.100000000000001", "17.1", 1),
        ("0.17499999999999999", "0.175", 3),
        ("9.9999999999999998", "10", 0),
        ("0.1428571428571428", "0.1428571428571428", 16),
        ("17.10000000001", "17.10000000001", 11),
    ],
)
def test_U4_the_noise_of_a_double_is_no_precision(text: str, value: str, decimals: int) -> None:
    figure = outturn(text)
    assert (str(figure.value), figure.decimals) == (value, decimals)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("£7,251 per head", Unit.GBP),
        ("5.2 per 1,000 population", Unit.RATE_PER_1000),
        ("12 complaints", Unit.COUNT),
        ("5 working days", Unit.DAYS),
        ("104%", Unit.PERCENT),
        ("450 kg", Unit.COUNT),
        ("2.5:1", Unit.RATIO),
        ("£(1.2)m", Unit.GBP),
        ("minus £5", Unit.GBP),
        ("<b>17.1%</b>", Unit.PERCENT),
        ("17.1%&nbsp;<br/>", Unit.PERCENT),
    ],
)
def test_U1_more_units_and_left_over_markup(text: str, unit: Unit) -> None:
    assert outturn(text).unit is unit


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("p17.1", "letters before its number"),
        ("±5%", "is a bound"),
        ("~50%", "is an approximation"),
        ("c. 50", "is an approximation"),
        ("about 50%", "is an approximation"),
        ("7.7% (1)", "a footnote's number"),
        ("17.1% (50 of 286)", "is not the share that '50 of 286' gives"),
        ("5% (0 of 0)", "is a share of nothing"),
        ("3/12", "may be a share or a date"),
        ("19/20", "may be a share or a date"),
        ("286/49", "is not a number"),
        ("4th", "is a rank"),
        ("#4", "is a rank"),
        ("4th of 16", "is a rank"),
        ("Rank 4", "is a rank"),
        ("#VALUE!", "is the error of a spreadsheet formula"),
        ("$5", "is not in pounds"),
        ("Amber", "is not a number"),
        ("▲", "is not a number"),
        ("3 in 12 months", "unit that is not known"),
        ("1.2E+06", "in scientific notation"),
        ("#####", "where a column is too narrow"),
        ("12..3%", "is not a number"),
        ("17,1%", "comma that does not part thousands"),
        ('{"value": 5}', "is not a number"),
        ("<script>5</script>", "is"),
        ("5" * 300, "too long"),
    ],
)
def test_what_is_not_certain_is_a_problem(text: str, reason: str) -> None:
    problem = parse_outturn(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


@pytest.mark.parametrize(
    ("column", "comma"),
    [
        (["17,1%", "3", "-"], True),
        (["1.234,5"], True),
        (["17,1", "3.2"], False),
        (["1,234", "5,678"], False),
        (["1,23", "1,234"], False),
        (["17,1", "0,125", "1.234,567"], True),
        (["17", ""], False),
        ([], False),
    ],
)
def test_U1_a_column_tells_whether_its_comma_stands_before_decimals(
    column: list[str], comma: bool
) -> None:
    assert uses_decimal_comma(column) is comma


def test_U1_a_decimal_comma_is_read_where_the_column_has_it() -> None:
    figures = [parse_outturn(text, decimal_comma=True) for text in ("17,1%", "1.234,5", "3")]
    assert [str(figure.value) for figure in figures] == ["17.1", "1234.5", "3"]
    assert [figure.raw for figure in figures] == ["17,1%", "1.234,5", "3"]
    two = parse_outturn("7,7 (7,6)", decimal_comma=True)
    assert [(str(one.value), one.raw) for one in two.also] == [("7.6", "7,6")]


def test_M1_missing_marks_stay_missing() -> None:
    assert outturn("c").missing is Missing.SUPPRESSED
    assert outturn("n/a (7.6)").also[0].value == Decimal("7.6")


crumbs = st.lists(
    st.sampled_from(
        [
            *("17.1", "%", "(", ")", "49", " of ", "286", "/", "[p]", "[1]", "*", "<", "≥", "\n"),
            *(
                "minutes",
                " ",
                "h",
                ":",
                "(prov)",
                "<b>",
                "&nbsp;",
                ",",
                "±",
                "¹",
                "n/a",
                "at least ",
            ),
        ]
    ),
    max_size=10,
)


@given(st.text() | crumbs.map("".join), st.booleans())
def test_any_text_gives_one_of_value_missing_and_bound_or_a_reason(text: str, comma: bool) -> None:
    figure = parse_outturn(text, comma)
    if isinstance(figure, Problem):
        assert figure.reason
        return
    assert figure.raw == text
    assert [figure.value is None, figure.missing is None, figure.bound is None].count(False) == 1
    assert (figure.bound is None) is (figure.limit is None)
    if figure.missing is Missing.BLANK:  # nothing, or markup around nothing
        assert missing_from(text) is Missing.BLANK or set("<&") & set(text)
    assert (figure.numerator is None) is (figure.denominator is None)


@given(st.integers(0, 999), st.integers(1, 999), st.integers(0, 3))
def test_a_printed_share_agrees_with_its_parts(part: int, more: int, places: int) -> None:
    whole = part + more
    figure = parse_outturn(f"{part * 100 / whole:.{places}f}% ({part} of {whole})")
    assert isinstance(figure, Figure), figure
    assert (figure.numerator, figure.denominator) == (part, whole)


@pytest.mark.parametrize("crumb", ["(", "(1)", "[p]", "1 of ", "<b", "at least ", "*", "1,"])
def test_long_cells_are_read_in_no_time(crumb: str) -> None:
    start = time.perf_counter()
    parse_outturn((crumb * 200)[:200])
    parse_outturn(crumb * 100_000)
    assert time.perf_counter() - start < 2
