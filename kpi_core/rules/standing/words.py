"""How places, quarters and likeness are reckoned, in sentences made from the rules themselves."""

from kpi_core.formatting import number_word
from kpi_core.rules.standing.bands import FIFTHS, ON_A_BOUND, QUARTERS
from kpi_core.rules.standing.methods import DIFFERENCE, LINEAR, METHODS
from kpi_core.rules.standing.realism import SOFT_OR_HARD
from kpi_core.rules.standing.spread import LEAST_FIGURES, USUAL_SPREAD
from kpi_core.rules.statistics.uncertainty import NEAR


def rules() -> tuple[str, ...]:
    """The method in words."""
    return (
        (
            "Rank 1 is the best, and equal figures share the better rank. A missing figure has no "
            "rank and is not counted. Which way is good is what the release says; where it does "
            "not, what the council says. Where neither way is good there are no ranks."
        ),
        (
            f"Quarters need at least {number_word(QUARTERS)} figures, fifths "
            f"{number_word(FIFTHS)}. {ON_A_BOUND} The best quarter is A; where neither way is "
            "good, A is the lowest."
        ),
        *(f"{method.title}: {method.sentence}" for method in METHODS.values()),
        f"What is stored is reckoned by “{LINEAR.title}”. {DIFFERENCE}",
        (
            f"A council is similar to another figure where the {NEAR} interval of its own figure "
            "holds it. Without an interval it is similar within one usual spread of all councils, "
            "the ends included. Without that nothing is said."
        ),
        USUAL_SPREAD,
        (
            "A total, such as a number of cases, is never called similar: it depends on how large "
            "an area is."
        ),
        SOFT_OR_HARD,
    )


def deviations() -> tuple[str, ...]:
    """Where this departs from the published methods, and why."""
    return (
        (
            "Sources that deal figures into tiles may put equal figures into different ones. Here "
            "equal figures are always in the same part."
        ),
        (
            f"The least number of figures for a usual spread, {LEAST_FIGURES}, is our "
            "choice. The spread is always that of all councils, the one compared among them, "
            "whichever group it is held against."
        ),
        "Chance in the other figure is left out; of many councils together it is small.",
        "A council counts in a period if it existed on its last day, whatever figures there are.",
    )
