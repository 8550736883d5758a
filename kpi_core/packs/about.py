"""The last sections of a pack: what its signs stand for, and where its figures come from."""

from collections.abc import Iterator

from kpi_core.catalogue import DirectionScheme
from kpi_core.packs.pieces import Bullets, Facts, Part, Section, Table, Text
from kpi_core.present.glossary import TERMS
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.sources import COMPARATORS, sources
from kpi_core.rules.direction import rules_of
from kpi_core.rules.rating import KINDS
from kpi_core.selection import on_screen
from kpi_core.vocabulary import Missing, Movement, status_symbol

LEGEND, SOURCES = "Legend of symbols", "Sources and methods"

EXPLAINED = (
    *("Outturn", "Target", "Status", "Exceeded", "Declared against computed", "Not rated"),
    *("Direction of travel", "Gap to target", "Comparator or benchmark", "Period not stated"),
)
"""Terms of the glossary that a reader of a pack meets in every section."""


def legend(card: Scorecard) -> Section:
    """What the signs stand for, and the words that go with them."""
    statuses = [
        f"{status_symbol(word)} {on_screen(word)}" for word in card.choices.stored("status")
    ]
    arrows = [f"{movement.arrow} {movement.word.lower()}" for movement in Movement]
    gaps = ", ".join(missing.word.lower() for missing in Missing)
    rows = (
        ("Status", f"{', '.join(statuses)}. It is the one that the council declared."),
        ("Computed by us", "The status of another period, by our rule; hollow in a chart."),
        ("Arrow", f"What the number did: {', '.join(arrows)}."),
        ("A reason in place of a figure", f"There is none, and it is never zero: {gaps}."),
        ("Words in brackets after a figure", "Its mark, such as provisional or restated."),
    )
    table = Table("Signs and what they stand for", ("Sign", "Stands for"), rows)
    known = dict(TERMS)
    terms = tuple((term, known[term]) for term in EXPLAINED)
    return Section(LEGEND, LEGEND, (table,), (Part("Words", (Facts(terms),)),))


def about(card: Scorecard) -> Section:
    """Where the figures come from and how they were worked out."""
    direction = DirectionScheme.model_validate(card.schemes["direction"])
    return Section(
        SOURCES,
        SOURCES,
        (Facts(tuple(sources(card).items())),),
        (
            Part("How a status is computed", parts=tuple(_statuses(card))),
            Part(
                "How a direction of travel is computed",
                (Text(direction.description), Bullets(tuple(rules_of(direction)))),
            ),
            Part("How comparators are used", (Text(COMPARATORS),)),
        ),
    )


def _statuses(card: Scorecard) -> Iterator[Part]:
    for name, scheme in card.status_schemes.items():
        said = (Text(scheme.description),) if scheme.description else ()
        rules = Bullets(tuple(KINDS[scheme.kind].rules(scheme)))
        yield Part(f"{name} version {scheme.version}", (*said, rules))
