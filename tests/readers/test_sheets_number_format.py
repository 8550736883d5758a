"""Number formats of spreadsheets: what a person sees, and the whole number behind it."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells.figures import Figure, parse_figure
from kpi_core.readers.workbooks.full_number import as_decimal, in_full, plain_number
from kpi_core.readers.workbooks.number_format import show

ACCOUNTING = '_-* #,##0.0_-;-* #,##0.0_-;_-* "-"??_-;_-@_-'

# each pair was compared with what LibreOffice shows for the same workbook
SHOWN: list[tuple[float | str, str, str, str | None]] = [
    (0.171, "0%", "17%", "17.1%"),
    (0.175, "0%", "18%", "17.5%"),
    (1.5, "0%", "150%", None),
    (-0.0049, "0.0%", "-0.5%", "-0.49%"),
    (17.13, "0\\%", "17%", "17.13%"),
    (0.0004, '0.0"%"', "0.0%", "0.0004%"),
    (0.0004, "0.0%", "0.0%", "0.04%"),
    (17.100000000000001, "General", "17.1", None),
    (0.1 + 0.2, "General", "0.3", None),
    (347.0, "General", "347", None),
    ("347", "", "347", None),
    (1e15, "General", "1000000000000000", None),
    (-3, "@", "-3", None),
    (1234567.891, "#,##0", "1,234,568", "1,234,567.891"),
    (999.96, "#,##0.0", "1,000.0", "999.96"),
    (-1234.5, "#,##0;(#,##0)", "(1,235)", "(1,234.5)"),
    (-1234.5, "[$£-809]#,##0;[Red]-[$£-809]#,##0", "-£1,235", "-£1,234.5"),
    (-5, '"£"0', "-£5", None),
    (1234567, '"£"0.0,,"m"', "£1.2m", "£1.234567m"),
    (1234567, "#,##0,", "1,235", "1,234.567"),
    (26670, '£0.0,"K"', "£26.7K", "£26.67K"),
    (5, "0.##", "5", None),
    (5.128, "0.0#", "5.13", "5.128"),
    (0.5, ".00", ".50", None),
    (12.3, ".00", "12.30", None),
    (7, "000", "007", None),
    (201920, '0000"/"00', "2019/20", None),
    (0.5, "# ?/?", "0.5", None),
    (3, '"Q"0', "Q3", None),
    (12, ACCOUNTING, "12.0", None),
    (1500, '[>=1000]#,##0.0,"k";0', "1.5k", None),
    (999, '[>=1000]#,##0.0,"k";0', "999", None),
    (-7, "[<0](0);0", "(7)", None),
    (2.5, "0", "3", "2.5"),
    (0.285, "0.00", "0.29", "0.285"),
    (1.005, "0.00", "1.01", "1.005"),
    (1, "+0.0;-0.0;0.0", "+1.0", None),
    ("NaN", "0.0", "NaN", None),
    ("1e400", "0.0", "1e400", None),
]


@pytest.mark.parametrize(("stored", "code", "text", "exact"), SHOWN)
def test_U4_a_number_is_shown_by_its_code_and_kept_in_full(
    stored: float | str, code: str, text: str, exact: str | None
) -> None:
    found = show(stored, code)
    assert (found.text, found.exact, found.veiled) == (text, exact, False)


@pytest.mark.parametrize(
    ("stored", "code", "text", "exact"),
    [
        (0, ACCOUNTING, "-", "0"),
        (0, '0;-0;"n/a"', "n/a", "0"),
        (5, ";;;", "", "5"),
        (-5, "0;", "", "-5"),
        (0, "#", "", "0"),
        (-1, '[Green]"▲";[Red]"▼";"►"', "▼", "-1"),
        (1, '[=1]"Yes";[=0]"No"', "Yes", "1"),
        (2.5, '"Q1"', "Q1", "2.5"),
    ],
)
def test_M4_what_a_format_shows_in_place_of_a_number_is_told_apart(
    stored: float, code: str, text: str, exact: str
) -> None:
    found = show(stored, code)
    assert (found.text, found.exact, found.veiled) == (text, exact, True)


@pytest.mark.parametrize(
    ("serial", "code", "text"),
    [
        (43646, "mmm-yy", "Jun-19"),
        (43646, "mmmm yyyy", "June 2019"),
        (43646, "mm/yyyy", "06/2019"),
        (43646, "m\\/yy", "6/19"),
        (43646, "mmm", "Jun"),
        (43646, "mmmmm", "J"),
        (43646, "yyyy", "2019"),
        (43646, "[$-809]mmm\\ yy;@", "Jun 19"),
        (43646, "dd/mm/yyyy", "2019-06-30"),
        (43646, "d-mmm", "2019-06-30"),
        (43646, "[$-F800]dddd, mmmm dd, yyyy", "2019-06-30"),
        (43646.60416667, "dd/mm/yyyy hh:mm", "2019-06-30 14:30"),
        (43646.60416667, "dd/mm/yyyy", "2019-06-30"),
        (0.3125, "hh:mm", "07:30"),
        (0.3125, "h:mm AM/PM", "07:30"),
        (0.3125115741, "hh:mm:ss", "07:30:01"),
        (1.5, "[h]:mm", "36:00"),
        (-0.5, "[h]:mm", "-12:00"),
        (0.00347222, "mm:ss", "00:05"),
        (59, "dd/mm/yyyy", "1900-02-28"),
        (61, "dd/mm/yyyy", "1900-03-01"),
        (2958465, "dd/mm/yyyy", "9999-12-31"),
        (2958466, "dd/mm/yyyy", "2958466"),
        (-1, "mmm-yy", "-1"),
    ],
)
def test_a_whole_date_is_iso_and_a_month_or_a_time_keeps_its_form(
    serial: float, code: str, text: str
) -> None:
    found = show(serial, code)
    assert (found.text, found.exact, found.veiled) == (text, None, False)


def test_a_workbook_may_count_days_from_1904() -> None:
    assert show(42184, "dd/mm/yyyy", from_1904=True).text == "2019-06-30"


@pytest.mark.parametrize(
    ("text", "number", "scale", "exact"),
    [
        ("17.1%", "0.1713", "100", "17.13%"),
        ("17.1%", "0.171", "100", None),
        ("17.1%", "0.5", "100", None),
        ("0.0", "-0.004", "1", "-0.004"),
        ("-0.0", "-0.004", "1", "-0.004"),
        ("Q1: 5", "5.25", "1", "Q1: 5.25"),
        ("5 of 5", "5.25", "1", None),
        ("1.23E+05", "123456", "1", "123456"),
        ("n/a", "5", "1", None),
    ],
)
def test_the_whole_number_takes_the_place_of_the_rounded_one_alone(
    text: str, number: str, scale: str, exact: str | None
) -> None:
    assert in_full(text, Decimal(number), [Decimal(scale)]) == exact


CODES = st.text(alphabet='0#?.,%;@[]<>=-"\\/_*$£()ymdhsEe+General 1k', max_size=30)


@given(stored=st.floats() | st.text(max_size=20), code=CODES | st.text())
def test_any_number_in_any_code_shows_something(stored: float | str, code: str) -> None:
    found = show(stored, code)
    assert found.exact is not None or not found.veiled


@given(
    number=st.decimals(-(10**9), 10**9, places=6),
    decimals=st.integers(0, 5),
    prefix=st.sampled_from(["", "£"]),
    grouped=st.booleans(),
)
def test_the_exact_text_is_the_stored_number_and_the_shown_one_rounds_it(
    number: Decimal, decimals: int, prefix: str, grouped: bool
) -> None:
    code = ("#,##0" if grouped else "0") + ("." + "0" * decimals if decimals else "")
    found = show(str(number), f'"{prefix}"{code}' if prefix else code)
    shown, exact = parse_figure(found.text), parse_figure(found.exact or found.text)
    assert isinstance(shown, Figure)
    assert isinstance(exact, Figure)
    assert exact.value == number
    assert shown.value is not None
    assert abs(shown.value - number) <= Decimal(1).scaleb(-decimals) / 2


@given(st.floats(allow_nan=False, allow_infinity=False, width=32) | st.integers())
def test_fifteen_digits_are_kept_and_no_more(stored: float) -> None:
    number = as_decimal(stored)
    if number is not None:
        assert len(number.normalize().as_tuple().digits) <= 15
        assert Decimal(plain_number(number)) == number
        assert float(number) == pytest.approx(stored, rel=1e-14)
