"""A per cent sign in a heading counts for the figures below it that carry none (U1)."""

from collections.abc import Callable

from kpi_core.catalogue import Catalogue
from kpi_core.dataset import Assessed

Make = Callable[..., Assessed]

HEAD = ["Measure", "2019/20 Q4 (%)", "Target (%)", "Status"]


def test_U1_figures_and_target_take_the_sign_of_their_heading(assessed: Make) -> None:
    found = assessed([HEAD, ["Calls answered", "17.1", "16", "Red"]], known=Catalogue())
    (item,) = found.assessments
    assert item.facts.indicator.unit == "percent"
    assert [(o.unit, str(o.value), o.figure.raw) for o in item.facts.own] == [
        ("percent", "17.1", "17.1")
    ]
    assert item.facts.target is not None
    assert item.facts.target.unit == "percent"


def test_U1_a_sign_beside_the_figure_outranks_the_heading(assessed: Make) -> None:
    found = assessed([HEAD, ["Cost of a visit", "£12", "£10", "Red"]], known=Catalogue())
    assert found.assessments[0].facts.indicator.unit == "gbp"
