"""What has to be said beside a group of councils, in sentences: never a reason to leave it out."""

from collections.abc import Iterator

from kpi_core.comparators.groups import Group
from kpi_core.comparators.national import National
from kpi_core.comparators.published import Measure

STATISTICAL = "statistical-neighbours"

ADULT_WORDS = ("adult social care", "ascof")
"""What the id, the theme or the publisher of a measure of adult social care holds."""

FOR_CHILDREN = (
    "These neighbours were chosen for children's services. For adult social care the nearest "
    "neighbours of CIPFA are the usual choice."
)


def cautions(national: National, group: Group, measure: Measure) -> Iterator[str]:
    """Each caution of a group for one measure (B1, G3)."""
    if group.key == STATISTICAL and is_adult_care(measure):
        yield FOR_CHILDREN
    if group.absent:
        names = ", ".join(national.area_name(subject) for subject in group.absent)
        yield f"Left out, as no council of the same kind at the end of the period: {names}."


def is_adult_care(measure: Measure) -> bool:
    """Whether a measure is about adult social care, as far as its publisher's words say."""
    told = " ".join(t for t in (measure.id, measure.theme, measure.publisher) if t).casefold()
    return any(word in told for word in ADULT_WORDS)
