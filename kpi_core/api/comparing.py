"""Whom to compare with, as the Benchmarks screen has it in its address, for the pictures."""

from collections.abc import Mapping
from typing import Any

from kpi_core.api.parameters import Parameter, Text
from kpi_core.api.problems import Problem, quoted
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing.choice import MATCHES, STATISTICS, Comparing

COMPARING: tuple[Parameter, ...] = (
    Text("compare", "Whom to compare with, in the words of the Benchmarks screen."),
    Text("statistic", f"How the group becomes one figure: {', '.join(STATISTICS)}."),
    Text("match", f"Period of theirs: {', '.join(MATCHES)}, or one of the measure."),
    Text("show", "Whose figures are drawn, in the words of the Benchmarks screen."),
    Text("councils", "A council chosen by its name.", several=True),
)


def comparing(card: Scorecard, values: Mapping[str, Any]) -> Comparing | None:
    """The choice that the parameters make; None where the dataset has no national figures.

    Raises:
        Problem: a word that the screen does not offer.
    """
    published = card.published
    if not published.national.any:
        return None
    there = published.options
    years = {p.label for one in published.measures for p in published.periods(one)}
    known = {
        "compare": there.compare,
        "statistic": STATISTICS,
        "match": MATCHES.keys() | years,
        "show": there.show,
        "councils": there.councils,
    }
    for name, words in known.items():
        given = values.get(name) or ()
        for word in given if isinstance(given, tuple) else (given,):
            if word not in words:
                said = f"{name} {quoted(word)} is not one of: {', '.join(sorted(words))}."
                raise Problem(400, said, parameter=name)
    match = values.get("match")
    return there.comparing(
        *(values.get("compare"), values.get("statistic"), match, values.get("show")),
        values.get("councils") or (),
        None if match in MATCHES else match,
    )
