"""Which bands fit a few rows, boundary first, and what is said where nothing can be told."""

from fractions import Fraction

import pytest

from kpi_core.inference import Answer
from kpi_core.inference.sentences import account
from tests.inference.by_hand import direction, fitting, inferred, status


def test_R2_the_widest_amber_miss_is_inside_and_the_narrowest_red_one_outside() -> None:
    found = status("Visits,95,100,Amber", "Calls,90,100,Red")
    assert fitting(found)["relative",] == (Fraction(1, 20), Fraction(1, 10))
    assert fitting(found)["native",] == (Fraction(5), Fraction(10))


def test_P1_lower_is_better_is_turned() -> None:
    found = status("Reduce waits,105,100,Amber", "Reduce calls,110,100,Red", "Reduce it,9,9,Green")
    assert fitting(found)["relative",] == (Fraction(1, 20), Fraction(1, 10))


def test_a_band_in_points_is_found_and_a_share_excluded() -> None:
    found = status("A,88%,90%,Amber", "B,8%,10%,Amber", "C,86%,90%,Red", "D,6%,10%,Red")
    assert fitting(found) == {("points",): (Fraction(2), Fraction(4))}


def test_a_band_in_the_indicators_own_unit_over_several_units() -> None:
    found = status("A,88%,90%,Amber", "B,8,10,Amber", "C,86%,90%,Red", "D,6,10,Red")
    assert fitting(found) == {("native",): (Fraction(2), Fraction(4))}
    said = "\n".join(account(found).details)
    assert "it says nothing of the 2 rows in other units" in said


def test_points_say_nothing_of_other_units() -> None:
    found = status("A,88%,90%,Amber", "B,86%,90%,Red", "Visits,99,100,Amber", "Calls,5,10,Red")
    (points,) = [c for c in found.tried if c.width == "points"]
    assert points.outside == ("Increase Visits", "Increase Calls")
    assert not points.exact


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("A,1,2,", "B,3,4,"), "No status is declared that is red, amber or green."),
        (("A,9,8,Green", "B,3,3,Green"), "Every status that can be used is green"),
        (("A,9,10,Red", "B,2,3,Red"), "Every status that can be used is red"),
        (("A,9,10,Amber", "B,1,0,Green"), "Every status that can be used is amber"),
        (("A,9,,Red", "B,3,,Amber"), "No row declares a status and has a figure with a target"),
        (("A,-,8,Red", "B,-,3,Amber"), "No row declares a status and has a figure with a target"),
        (("A,1,0,Amber", "B,2,0,Green"), "No row declares a status"),
        (("A,9,10,Red",), "Every status that can be used is red"),
    ],
)
def test_what_cannot_be_told_has_its_reason(rows: tuple[str, ...], said: str) -> None:
    found = status(*rows)
    assert found.found == ()
    assert account(found).headline.startswith(f"Cannot be told. {said}")


def test_R3_a_target_of_zero_is_left_out_of_shares_and_counted() -> None:
    found = status("A,95,100,Amber", "B,9,10,Red", "C,1,0,Green")
    assert dict(found.left_out) == {"the target is zero, of which there is no share": 1}


def test_R3_met_or_not_met_needs_no_share_of_a_target() -> None:
    found = status("A,95,100,Red", "B,9,0,Green")
    assert found.usable == 2
    assert ("none",) in fitting(found)


def test_words_that_are_no_colour_are_left_out_and_counted() -> None:
    found = status("A,95,100,Amber", "B,9,10,Red", "C,9,8,Aubergine", "D,9,8,Data only")
    assert found.usable == 2
    assert dict(found.left_out) == {
        "its status is a word that is not understood": 1,
        "no status is declared": 1,
    }
    assert "Left out: 1 row, since its status is a word that is not understood." in (
        account(found).details
    )


def test_without_amber_met_or_not_met_is_told_and_no_band() -> None:
    found = status("A,95,100,Red", "B,90,100,Red", "C,100,100,Green")
    assert set(fitting(found)) == {("none",)}
    assert found.note is not None
    assert "cannot be told; one that is narrower than the smallest miss, 5.00%" in found.note


def test_amber_excludes_met_or_not_met() -> None:
    found = status("A,95,100,Amber", "B,90,100,Red")
    assert ("none",) not in fitting(found)
    assert "it does not give Increase A (95 against 100" in "\n".join(account(found).details)


def many(*odd: str) -> Answer:
    """Nineteen rows that fit a band of 5% and any others."""
    rows = [f"G{n},100,100,Green" for n in range(7)]
    rows += [f"A{n},{96 + n / 4},100,Amber" for n in range(6)]
    rows += [f"R{n},{90 - n},100,Red" for n in range(6)]
    return status(*rows, *odd)


def test_rows_that_do_not_fit_are_explained_where_no_band_fits_all() -> None:
    found = many("Odd one,101,100,Red")
    assert found.fitting == ()
    assert [c.fit.fitted for c in found.found] == [19, 19]
    said = account(found)
    assert said.headline.startswith("19 of the 20 declared statuses that can be used fit")
    assert "Does not fit: Increase Odd one (101 against 100: 1 or 1.00% better, declared red)." in (
        said.details
    )
    assert "Fewer rows fit met or not met, without amber: 13 of 20." in said.details
    assert not any(line.startswith("Excluded") for line in said.details)


def test_a_scheme_that_gives_too_few_rows_is_not_said_to_be_the_reports() -> None:
    found = status("A,101,100,Red", "B,102,100,Red", "C,50,100,Green", "D,99,100,Amber")
    assert found.found == ()
    assert account(found).headline.startswith("Cannot be told. No scheme that was tried fits")


def test_intervals_that_fit_as_many_rows_are_said_to_be_tied() -> None:
    found = many("Near,95.5,100,Red", "Far,91,100,Amber")
    assert any("Other tolerances give as many rows" in line for line in account(found).details)


def test_amber_alone_has_no_upper_end() -> None:
    found = status("A,95,100,Amber", "B,100,100,Green")
    assert fitting(found)["relative",] == (Fraction(1, 20), None)
    assert "of at least 5.00%" in account(found).headline


def test_D1_bases_that_are_the_same_figures_are_not_told_apart() -> None:
    found = direction("A,90,100,101,Improving", "B,90,100,99,Maintained", "C,99,90,80,Declining")
    first = found.fitting[0]
    assert [basis.value for basis in first.bases] == ["last_reported", "previous_period"]
    assert any("cannot tell" in line and "apart" in line for line in account(found).details)


def test_D1_a_year_before_is_found_where_the_words_follow_it() -> None:
    found = direction(
        *("A,90,100,95,Improving", "B,99,90,95,Declining", "C,100,110,99.5,Maintained"),
    )
    assert ("relative", "one_sided", "same_period_last_year") in fitting(found)
    assert all("same_period_last_year" in scheme for scheme in fitting(found))


def test_D3_a_symmetric_dead_band_is_found() -> None:
    found = direction(
        *("A,7,100,101,Maintained", "B,7,100,99,Maintained"),
        *("C,7,100,105,Improving", "D,7,100,94,Declining"),
    )
    assert fitting(found) == {
        ("relative", "symmetric", "last_reported", "previous_period"): (
            Fraction(1, 100),
            Fraction(1, 20),
        ),
        ("native", "symmetric", "last_reported", "previous_period"): (Fraction(1), Fraction(5)),
    }


def test_where_many_schemes_fit_the_line_names_three_and_the_details_all() -> None:
    found = direction("A,90,100,99,Maintained", "B,90,100,80,Declining")
    assert len(found.fitting) > 3
    said = account(found)
    assert "(3) " in said.headline
    assert "(4) " not in said.headline
    assert f"and {len(found.fitting) - 3} more" in said.headline
    assert all(any(d.startswith(f"({n}) ") for d in said.details) for n in range(1, 5))


def test_D3_without_maintained_a_dead_band_cannot_be_told() -> None:
    found = direction("A,7,100,101,Improving", "B,7,100,99,Declining")
    assert found.note is not None
    assert {scheme[0] for scheme in fitting(found)} == {"none"}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (("A,1,2,3,", "B,3,4,5,"), "No direction is declared"),
        (("A,1,2,3,Improving", "B,3,4,5,Improving"), "Every direction that can be used"),
        (("A,,,3,Improving", "B,,,5,Declining"), "No row declares a direction and has an earlier"),
        (("A,0,0,3,Improving", "B,,0,5,Declining"), "No row declares a direction and has"),
    ],
)
def test_a_direction_that_cannot_be_told_has_its_reason(rows: tuple[str, ...], said: str) -> None:
    found = direction(*rows)
    assert found.found == ()
    assert account(found).headline.startswith(f"Cannot be told. {said}")


def test_a_report_without_statuses_and_directions_has_two_reasons() -> None:
    found = inferred("Indicator,2019/20 Q4", "A,1", "B,2")
    assert not found.any_found
    assert all(answer.reason for answer in found.answers)


def test_R1_exceeded_is_evidence_of_a_met_target_like_green() -> None:
    rows = ("A,95,100,Amber", "B,90,100,Red", "C,120,100,Exceeded", "D,100,100,Green")
    found = status(*rows)
    assert fitting(found)["relative",] == (Fraction(1, 20), Fraction(1, 10))
    assert dict(found.words) == {"amber": 1, "red": 1, "exceeded": 1, "green": 1}
    assert any("counts as a met target" in said for said in account(found).details)


def test_R1_an_exceeded_that_misses_its_target_fits_no_band() -> None:
    found = status("A,95,100,Amber", "B,90,100,Red", "C,99,100,Exceeded", "D,100,100,Green")
    assert not found.fitting


def test_R1_green_and_exceeded_alone_tell_no_rule() -> None:
    found = status("A,120,100,Exceeded", "B,100,100,Green")
    assert (
        found.reason == "Every status that can be used is one of a met target, which tells no rule."
    )
