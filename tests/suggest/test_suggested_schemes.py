"""The schemes of a suggested catalogue: those that reproduce what the report declares."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kpi_core import catalogue as catalogues
from kpi_core.build import read_report
from kpi_core.catalogue import Catalogue
from kpi_core.facts import ReportFacts
from kpi_core.suggest import suggest
from tests.suggest.by_hand import lines

HEADER = "Indicator,2018/19 Q4,2019/20 Q3,2019/20 Q4,2019/20 Target,Status,Trend\n"
TEN = ("Increase a,,,92,100,Amber,", "Increase b,,,89,100,Red,", "Increase c,,,100,100,Green,")
FIVE = ("Increase a,,,96,100,Amber,", "Increase b,,,93,100,Red,")
POINTS = ("Increase a,,,8%,10%,Amber,", "Increase b,,,94%,100%,Red,")
MET = ("Increase a,,,99,100,Red,", "Increase b,,,100,100,Green,")
LAST_YEAR = (
    *("Increase a,90,100,95,,,Improving", "Increase b,99,90,95,,,Declining"),
    "Increase c,100,110,98,,,Maintained",
)
SHARES_BOTH_WAYS = (
    *("Increase a,,1000,1015,,,Maintained", "Increase b,,1000,985,,,Maintained"),
    *("Increase c,,10,10.5,,,Improving", "Reduce d,,10,10.5,,,Declining"),
)
UNITS = (
    *("Increase a,,1000,998,,,Maintained", "Reduce b,,10,11,,,Maintained"),
    *("Increase c,,1000,995,,,Declining", "Increase d,,10,10.1,,,Improving"),
)
UNITS_BOTH_WAYS = (*UNITS[:3], "Increase d,,10,12,,,Maintained", "Reduce e,,10,4,,,Improving")


def content(rows: Sequence[str]) -> bytes:
    return (HEADER + "\n".join(rows) + "\n").encode()


def read(*rows: str, known: Catalogue | None = None) -> ReportFacts:
    return read_report(content(rows), "tamar.csv", known or Catalogue()).report


def loaded(text: str) -> Catalogue:
    return catalogues.read(text.encode(), "suggested.toml")


def disagreeing(rows: Sequence[str], known: Catalogue) -> int:
    assessed = read_report(content(rows), "tamar.csv", known)
    return sum(finding.rule.endswith("-disagrees") for finding in assessed.findings)


def test_S3_the_default_is_kept_where_it_lies_in_the_interval() -> None:
    text = suggest([read(*FIVE)])
    (said,) = lines(text, "# status_scheme")
    assert said.startswith('# status_scheme = "relative-5"  # the default; its 5% fits: all 2')
    assert "(1 amber, 1 red) fit a share from 4.00% to under 7.00%" in said
    assert said.endswith("our reading")
    assert loaded(text).status_schemes == {}


def test_R1_another_band_gets_a_table_with_a_round_tolerance() -> None:
    text = suggest([read(*TEN)])
    known = loaded(text)
    assert known.reports["tamar"].status_scheme == "relative-10"
    assert known.status_schemes["relative-10"].amber_within == Decimal("0.1")
    assert "fit a share from 8.00% to under 11.00%" in "".join(lines(text, "status_scheme"))
    assert disagreeing(TEN, Catalogue()) == 1
    assert disagreeing(TEN, known) == 0


def test_met_or_not_met_is_a_share_of_nothing() -> None:
    known = loaded(suggest([read(*MET)]))
    assert known.reports["tamar"].status_scheme == "met-or-not-met"
    assert known.status_schemes["met-or-not-met"].amber_within == 0
    assert disagreeing(MET, known) == 0


def test_a_band_that_a_catalogue_cannot_say_leaves_the_default() -> None:
    text = suggest([read(*POINTS)])
    (said,) = lines(text, "# status_scheme")
    assert "cannot be said in a catalogue" in said
    assert loaded(text).status_schemes == {}


def test_D1_another_basis_gets_a_table() -> None:
    text = suggest([read(*LAST_YEAR)])
    known = loaded(text)
    scheme = known.direction_schemes[known.reports["tamar"].direction_scheme]
    assert scheme.basis == "same_period_last_year"
    assert disagreeing(LAST_YEAR, known) == 0


@pytest.mark.parametrize(
    ("rows", "name", "worse", "better", "said"),
    [
        (
            *(SHARES_BOTH_WAYS, "last-reported-symmetric-3", "0.03", "0.03"),
            "fit a share from 1.50% to under 5.00% either way",
        ),
        (
            *(UNITS, "last-reported-one-sided-3-in-its-unit", "3", "0"),
            "fit a distance in the indicator's own unit from 2 to under 5",
        ),
        (
            *(UNITS_BOTH_WAYS, "last-reported-symmetric-3-in-its-unit", "3", "3"),
            "fit a distance in the indicator's own unit from 2 to under 5 either way",
        ),
    ],
)
def test_D3_a_dead_band_of_any_kind_gets_a_table(
    rows: tuple[str, ...], name: str, worse: str, better: str, said: str
) -> None:
    text = suggest([read(*rows)])
    known = loaded(text)
    assert known.reports["tamar"].direction_scheme == name
    scheme = known.direction_schemes[name]
    assert (scheme.worse_within, scheme.better_within) == (Decimal(worse), Decimal(better))
    assert scheme.band == ("absolute" if "unit" in name else "relative")
    assert said in "".join(lines(text, "direction_scheme"))
    assert disagreeing(rows, Catalogue()) > 0
    assert disagreeing(rows, known) == 0


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        ("band = 'absolute'\nworse_within = 2", True),
        ("band = 'absolute'\nworse_within = 4.999", True),
        ("band = 'absolute'\nworse_within = 5", False),
        ("band = 'absolute'\nworse_within = 3\nbetter_within = 3", False),
        ("band = 'absolute'\nworse_within = 3\nbasis = 'same_period_last_year'", False),
        ("worse_within = 0.05", False),
    ],
)
def test_a_scheme_is_known_by_basis_band_and_both_sides(keys: str, fits: bool) -> None:
    known = loaded(f"[direction_schemes.ours]\n{keys}\n")
    text = suggest([read(*UNITS, known=known)], known)
    assert ('\ndirection_scheme = "ours"' in text) is fits


@pytest.mark.parametrize(("band", "fits"), [("absolute", False), ("relative", True)])
def test_a_size_that_would_fit_as_a_share_is_no_share(band: str, fits: bool) -> None:
    known = loaded(f"[direction_schemes.ours]\nband = '{band}'\nworse_within = 0.06\n")
    rows = ("Increase a,,100,94.5,,,Maintained", "Increase b,,1000,930,,,Declining")
    text = suggest([read(*rows, known=known)], known)
    assert ('\ndirection_scheme = "ours"' in text) is fits


def test_what_cannot_be_told_leaves_the_defaults() -> None:
    text = suggest([read("Increase a,,,96,,,")])
    (direction,) = lines(text, "# direction_scheme")
    assert direction.endswith("# the default; others stand in [direction_schemes]")
    assert lines(text, "# status_scheme") == [
        '# status_scheme = "relative-5"  # the default; others stand in [status_schemes]',
    ]


def test_a_scheme_of_the_catalogue_that_fits_is_used() -> None:
    given = loaded("[status_schemes.ours]\namber_within = 0.105\n")
    text = suggest([read(*TEN, known=given)], given)
    assert '\nstatus_scheme = "ours"  # all 3' in text
    assert "[status_schemes." not in text.replace("# ", "")


def test_a_name_that_is_taken_by_another_scheme_is_not_used_again() -> None:
    given = loaded("[status_schemes.relative-10]\namber_within = 0.2\n")
    text = suggest([read(*TEN, known=given)], given)
    assert "\n[status_schemes.relative-10-2]\n" in text


def test_reports_of_one_scheme_share_its_table() -> None:
    one = read(*TEN)
    text = suggest([one, replace(one, report="later")])
    assert text.count("[status_schemes.relative-10]") == 1
    assert {entry.status_scheme for entry in loaded(text).reports.values()} == {"relative-10"}


@pytest.mark.parametrize(
    "rows", [TEN, FIVE, MET, POINTS, LAST_YEAR, SHARES_BOTH_WAYS, UNITS, UNITS_BOTH_WAYS]
)
def test_it_loads_and_is_written_again_as_the_same(rows: tuple[str, ...]) -> None:
    known = loaded(suggest([read(*rows)]))
    again = catalogues.read(catalogues.write(known).encode(), "again.toml")
    assert again.model_dump(exclude={"content"}) == known.model_dump(exclude={"content"})


def test_S3_S4_the_shipped_report_keeps_the_default_schemes(report_path: Path) -> None:
    plain = read_report(report_path.read_bytes(), report_path.name, Catalogue())
    text = suggest([plain.report])
    assert lines(text, "status_scheme", "direction_scheme", "[status", "[direction") == []
    again = read_report(report_path.read_bytes(), report_path.name, loaded(text))
    assert again.schemes == plain.schemes
    assert [a.rating for a in again.assessments] == [a.rating for a in plain.assessments]
    assert [a.travel for a in again.assessments] == [a.travel for a in plain.assessments]
