"""The words of a direction and of its scheme, from the numbers that judge (D2, D3)."""

from typing import Any

import pytest

from kpi_core.rules.direction import rules_of
from kpi_core.rules.direction.rules import CARRIED, NOT_COMPARABLE, TWO_THINGS
from kpi_core.vocabulary import Unit
from tests.rules.directions_of import LOW, figures, judged, scheme_of

UNEVEN = {"worse": "1.5", "better": "0.5", "band": "absolute"}
BOTH = {"worse": "0.05", "better": "0.05"}


def said(before: str, now: str, unit: Unit = Unit.PERCENT, **keys: Any) -> str:
    scheme = scheme_of(keys.pop("worse", "0.05"), keys.pop("better", "0"), **keys)
    points = figures(q19Q3=before, q19Q4=now)
    return judged(*points, unit=unit, polarity=LOW, scheme=scheme).reason


AGAINST = "compared with the last reported figure"


@pytest.mark.parametrize(
    ("before", "now", "keys", "reason"),
    [
        (
            "16",
            "17",
            UNEVEN,
            (
                f"Maintained: rose from 16.0% in 2019/20 Q3 to 17.0%, 1.0 point or 6.25% worse, "
                f"{AGAINST}; that is within the 1.5 points that counts as maintained. More than a "
                "further 0.5 points worse would be declining."
            ),
        ),
        (
            "16",
            "17.5",
            UNEVEN,
            (
                f"Maintained: rose from 16.0% in 2019/20 Q3 to 17.5%, 1.5 points or 9.38% worse, "
                f"{AGAINST}; that is within the 1.5 points that counts as maintained. Anything "
                "further worse would be declining."
            ),
        ),
        (
            "16",
            "18.7",
            UNEVEN,
            (
                f"Declining: rose from 16.0% in 2019/20 Q3 to 18.7%, 2.7 points or 16.88% worse, "
                f"{AGAINST}; that is more than the 1.5 points that counts as maintained. A figure "
                "1.2 points better would be maintained."
            ),
        ),
        (
            "16",
            "15.8",
            UNEVEN,
            (
                f"Maintained: fell from 16.0% in 2019/20 Q3 to 15.8%, 0.2 points or 1.25% better, "
                f"{AGAINST}; that is within the 0.5 points that counts as maintained. More than a "
                "further 0.3 points better would be improving."
            ),
        ),
        (
            "16",
            "14.9",
            UNEVEN,
            (
                f"Improving: fell from 16.0% in 2019/20 Q3 to 14.9%, 1.1 points or 6.88% better, "
                f"{AGAINST}; that is more than the 0.5 points that counts as maintained. A figure "
                "0.6 points worse would be maintained."
            ),
        ),
        (
            "16",
            "16",
            BOTH,
            (
                f"Maintained: 16.0%, the same as in 2019/20 Q3, {AGAINST}. More than 0.8 points "
                "better would be improving, and more than 0.8 points worse would be declining."
            ),
        ),
        (
            "16",
            "16.1",
            {"worse": "0"},
            (
                f"Declining: rose from 16.0% in 2019/20 Q3 to 16.1%, 0.1 points or 0.63% worse, "
                f"{AGAINST}; any loss counts as declining. A figure 0.1 points better would be "
                "maintained."
            ),
        ),
        (
            "16",
            "16",
            {"worse": "0"},
            (
                f"Maintained: 16.0%, the same as in 2019/20 Q3, {AGAINST}. Anything better would "
                "be improving, and anything worse would be declining."
            ),
        ),
        ("0", "0", BOTH, f"Maintained: 0.0%, the same as in 2019/20 Q3, {AGAINST}."),
        (
            "0",
            "1",
            BOTH,
            (
                "Not comparable: rose from 0.0% in 2019/20 Q3 to 1.0%, and a band of 5% of nothing "
                "has no width."
            ),
        ),
        (
            "0",
            "1",
            UNEVEN,
            (
                f"Maintained: rose from 0.0% in 2019/20 Q3 to 1.0%, 1.0 point worse, {AGAINST}; "
                "that is within the 1.5 points that counts as maintained. More than a further 0.5 "
                "points worse would be declining."
            ),
        ),
    ],
)
def test_D3_the_reason_says_value_change_band_and_the_next_judgement(
    before: str, now: str, keys: dict[str, Any], reason: str
) -> None:
    assert said(before, now, **keys) == reason


@pytest.mark.parametrize(
    ("unit", "band"),
    [
        (Unit.PERCENT, "the 2 points that"),
        (Unit.COUNT, "the 2 that"),
        (Unit.DAYS, "the 2 days that"),
        (Unit.GBP, "the £2 that"),
    ],
)
def test_D3_an_absolute_band_is_in_the_indicators_own_unit(unit: Unit, band: str) -> None:
    assert band in said("16", "17", unit, worse="2", band="absolute")


def test_what_the_sentence_says_is_true_of_the_figures() -> None:
    """The distance named brings the figure exactly to the next judgement."""
    scheme = scheme_of("1.5", "0.5", band="absolute")
    for now, moved, direction in (
        *(("18.7", "17.5", "maintained"), ("14.9", "15.5", "maintained")),
        *(("17", "17.500001", "declining"), ("17", "17.5", "maintained")),
        *(("15.8", "15.499999", "improving"), ("15.8", "15.5", "maintained")),
    ):
        assert (
            judged(*figures(q19Q3="16", q19Q4=moved), polarity=LOW, scheme=scheme).direction
            == direction
        ), now


@pytest.mark.parametrize(
    ("keys", "sentences"),
    [
        (
            {},
            (
                "Compared with the last reported figure, so gaps are passed over.",
                "A count that runs through the year: compared with the same period a year before.",
                "An annual survey: compared with its previous round.",
                "Any gain is improving.",
                "A loss of up to and including 5% of the compared figure is maintained.",
                "A loss of more than 5% of the compared figure is declining.",
            ),
        ),
        (
            {"basis": "same_period_last_year", "worse": "0", "better": "2.5", "band": "absolute"},
            (
                "Compared with the same period a year before.",
                "An annual survey: compared with its previous round.",
                (
                    "A gain of up to and including 2.5 in the indicator's own unit (points for a "
                    "percentage) is maintained."
                ),
                (
                    "A gain of more than 2.5 in the indicator's own unit (points for a percentage) "
                    "is improving."
                ),
                "Any loss is declining.",
            ),
        ),
    ],
)
def test_a_scheme_in_sentences(keys: dict[str, Any], sentences: tuple[str, ...]) -> None:
    scheme = scheme_of(keys.pop("worse", "0.05"), keys.pop("better", "0"), **keys)
    assert rules_of(scheme) == (TWO_THINGS, *sentences, NOT_COMPARABLE, CARRIED)


@pytest.mark.parametrize(
    ("changed", "phrase"),
    [
        ({"worse": "0.07"}, "A loss of more than 7% of the compared figure"),
        ({"better": "0.03"}, "A gain of more than 3% of the compared figure"),
        ({"worse": "3", "band": "absolute"}, "A loss of more than 3 in the indicator's own unit"),
        ({"basis": "previous_period"}, "Compared with the period right before"),
        ({"basis": "start_of_plan", "start": "2016/17 Q1"}, "the start of the plan, 2016/17 Q1"),
        ({"basis": "regression", "window": 9}, "the figures of the 9 latest periods; it needs 9"),
        ({"basis": "regression", "window": 9}, "A loss of more than 5% of the start of the line"),
        ({"basis": "regression", "window": 9, "least_points": 6}, "9 latest periods; it needs 6"),
    ],
)
def test_D3_a_changed_value_of_a_scheme_changes_its_sentences(
    changed: dict[str, Any], phrase: str
) -> None:
    scheme = scheme_of(changed.pop("worse", "0.05"), changed.pop("better", "0"), **changed)
    assert phrase in " ".join(rules_of(scheme))
    assert phrase not in " ".join(rules_of(scheme_of("0.05")))
