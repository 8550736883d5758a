"""Numerators, denominators and limits become facts where they fit their figure, else findings."""

import io
from decimal import Decimal

import pytest

from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue, IndicatorEntry
from kpi_core.dataset import Assessed, tables
from kpi_core.facts import Observation, Parts
from kpi_core.readers import read
from tests.normalise.cell_account import every_cell_is_accounted_for

NAME = "any-2019-20-q4.csv"
HEADER = (
    "Indicator,2018/19 Q4,2019/20 Q4,Q4 2019/20 numerator,Denominator,Lower 95% CI,Upper 95% CI"
)
SHARE = "Reduce the percentage of x"
RATE = "Reduce the rate of x per 10000"


def read_row(row: str, header: str = HEADER, known: Catalogue | None = None) -> Assessed:
    content = f"{header}\n{row}\n".encode()
    assessed = read_report(content, NAME, known or Catalogue())
    every_cell_is_accounted_for(read(io.BytesIO(content), NAME), assessed)
    return assessed


def rated(assessed: Assessed) -> Observation:
    (item,) = assessed.assessments
    return item.facts.own[-1]


def parts(*numbers: str | None) -> Parts:
    return Parts(*(None if number is None else Decimal(number) for number in numbers))


def rules(assessed: Assessed) -> list[str]:
    wanted = ("cases-", "limits-", "part")
    return [finding.rule for finding in assessed.findings if finding.rule.startswith(wanted)]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (f"{SHARE},15.9%,17.1%,49,286,13.2%,21.9%", ("49", "286", "13.2", "21.9")),
        (f"{SHARE},15.9%,17.10%,49,286,,", ("49", "286")),
        (f"{SHARE},15.9%,17.1%,,286,,", (None, "286")),
        (f"{SHARE},15.9%,17.1%,49,,,", ("49",)),
        (f'{SHARE},15.9%,66.7%,"1,334","2,000",,', ("1334", "2000")),
        (f"{SHARE},15.9%,17.1% (49/286),,,,", ("49", "286")),
        (f"{SHARE},15.9%,17.1% (49 of 286),49,286,,", ("49", "286")),
        (f"{SHARE},15.9%,17.1%,-,n/a,,", ()),
        (f"{RATE},80,82,584,71565,,", ("584", "71565")),
        (f"{SHARE},15.9%,100%,286,286,98.7%,100%", ("286", "286", "98.7", "100")),
        (f"{SHARE},15.9%,0%,0,286,,", ("0", "286")),
    ],
)
def test_parts_that_give_the_printed_figure_are_facts(row: str, expected: tuple[str, ...]) -> None:
    assessed = read_row(row)
    assert rated(assessed).parts == parts(*expected)
    assert rules(assessed) == []


@pytest.mark.parametrize(
    ("row", "expected", "said"),
    [
        ("17.1%,48,286,,", (), "line 2, column 5: 48 of 286 is 16.78%"),
        ("17.1%,49,281,,", (), "49 of 281 is 17.44%"),
        ("17.1%,,49,,", (), "no whole number out of 49 gives the figure"),
        ("17.1%,49,286,17.2%,21.9%", ("49", "286"), "the confidence limits are 17.2 and 21.9"),
        ("17.1%,49,286,13.2%,17%", ("49", "286"), "the confidence limits are 13.2 and 17"),
    ],
)
def test_parts_that_do_not_give_the_figure_are_quoted_and_not_used(
    row: str, expected: tuple[str, ...], said: str
) -> None:
    assessed = read_row(f"{SHARE},15.9%,{row}")
    assert rated(assessed).parts == parts(*expected)
    (finding,) = [f for f in assessed.findings if f.rule.endswith("-differ-from-figure")]
    assert "'17.1%' for 2019/20 Q4" in finding.message
    assert said in finding.message
    assert finding.severity == "warning"


@pytest.mark.parametrize(
    ("numerator", "fits"), [(48, False), (49, True), (50, False)], ids=["below", "equal", "above"]
)
def test_a_share_is_agreed_within_one_of_its_last_decimal(numerator: int, fits: bool) -> None:
    seen = rated(read_row(f"{SHARE},15.9%,17.1%,{numerator},286,,"))
    assert (seen.parts.denominator is not None) is fits


@pytest.mark.parametrize("cell", ["see note", "286.5", "0", "-3", "£286", "17%"])
def test_a_cell_that_is_no_number_of_cases_is_a_note(cell: str) -> None:
    assessed = read_row(f"{SHARE},15.9%,17.1%,,{cell},,")
    assert rated(assessed).parts == Parts()
    assert rules(assessed) == ["part-unreadable"]


def test_where_two_places_differ_the_first_is_used_and_both_are_quoted() -> None:
    assessed = read_row(f"{SHARE},15.9%,17.1% (49/286),49,287,,")
    assert rated(assessed).parts == parts("49", "286")
    (finding,) = [f for f in assessed.findings if f.rule == "parts-differ"]
    assert "line 2, column 3 gives 286 as the denominator" in finding.message
    assert "line 2, column 5 gives 287" in finding.message


def catalogue(**given: dict[str, int]) -> Catalogue:
    entry = IndicatorEntry(
        organisation="any-2019-20-q4", id="x", names=(SHARE,), title="X", **given
    )
    return Catalogue(indicators=(entry,))


@pytest.mark.parametrize("period", ["2019/20 Q4", "Q4 2019/20", "Jan-Mar 2020"])
def test_the_catalogue_gives_them_by_period_in_any_spelling(period: str) -> None:
    known = catalogue(denominators={period: 286}, numerators={"2019/20 Q3": 4})
    assessed = read_row(f"{SHARE},15.9%,17.1%", "Indicator,2018/19 Q4,2019/20 Q4", known)
    assert rated(assessed).parts == parts(None, "286")


def test_what_the_report_prints_comes_before_the_catalogue() -> None:
    assessed = read_row(
        f"{SHARE},15.9%,17.1%,49,286,,", known=catalogue(denominators={"2019/20 Q4": 292})
    )
    assert rated(assessed).parts == parts("49", "286")
    assert rules(assessed) == ["parts-differ"]


def test_the_commentary_is_no_source() -> None:
    assessed = read_row(
        f"{SHARE},17.1%,This is 49 of 286 children.", "Indicator,2019/20 Q4,Commentary"
    )
    assert rated(assessed).parts == Parts()


def test_the_dataset_has_the_parts_and_the_cells_as_printed() -> None:
    found = tables([read_row(f"{SHARE},15.9%,17.1%,49,286,13.2%,21.9%")])
    row = found["observations"].to_pylist()[-1]
    names = ("numerator", "denominator", "lower", "upper")
    assert [row[name] for name in names] == [49.0, 286.0, 13.2, 21.9]
    printed = {extra["heading"]: extra["text"] for extra in found["extras"].to_pylist()}
    assert printed["Denominator"] == "286"
    assert printed["Lower 95% CI"] == "13.2%"


def test_other_units_keep_their_cases_unchecked() -> None:
    assessed = read_row("Reduce the average days of x,20 days,22 days,,31,,")
    assert rated(assessed).parts == parts(None, "31")
