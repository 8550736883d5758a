"""Who an indicator is: its stable id, and what to say where two rows have the same."""

import hashlib

from kpi_core.catalogue import IndicatorEntry, name_key
from kpi_core.facts import Indicator, IndicatorFacts
from kpi_core.findings import Finding
from kpi_core.normalise.source import slug
from kpi_core.vocabulary import Severity

LONGEST_ID = 80


def indicator_id(name: str, entry: IndicatorEntry | None) -> str:
    """The catalogue's id, else the name as a slug of at most 80 characters (G1).

    A longer slug is cut and ends in eight characters of its checksum.
    """
    if entry is not None:
        return entry.id
    whole = slug(name)
    if len(whole) <= LONGEST_ID:
        return whole
    # long names often differ only at their ends
    tail = hashlib.sha256(whole.encode()).hexdigest()[:8]
    return f"{whole[: LONGEST_ID - 9].rstrip('-')}-{tail}"


def own_word(indicator: Indicator) -> str | None:
    """What tells an indicator apart from others of its name: its reference, else its theme."""
    return indicator.reference or indicator.theme


def same_indicator(facts: IndicatorFacts, first: IndicatorFacts) -> Finding:
    """A repeated name is an error; two names that only give one id are worth a note (G1)."""
    same_name = name_key(facts.indicator.name) == name_key(first.indicator.name)
    told_apart = {own_word(facts.indicator), own_word(first.indicator)}
    repeated = same_name and (len(told_apart) == 1 or None in told_apart)
    what = "names the same indicator as" if repeated else "has a name that gives the same id as"
    return Finding(
        "indicator-duplicated" if repeated else "indicator-id-numbered",
        Severity.ERROR if repeated else Severity.NOTE,
        f"{facts.name_cell} {what} {first.name_cell}. Both are kept, this one as "
        f"{facts.indicator.id!r}; remove one, or tell them apart in the catalogue.",
        raw=facts.indicator.name,
        source_cell=facts.name_cell,
    )
