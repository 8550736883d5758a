"""The suggested entries of indicators: what was read or inferred, and what is not known."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kpi_core.catalogue import Catalogue, IndicatorEntry, toml
from kpi_core.cells.names import accumulation_from, unit_from
from kpi_core.facts import ReportFacts
from kpi_core.nearest import LIKE_A_NAME, nearest
from kpi_core.suggest.groups import Group, Unsettled, group_rows
from kpi_core.suggest.lines import PLACEHOLDER, line, offered, words
from kpi_core.suggest.titles import short_titles
from kpi_core.vocabulary import Accumulation, Polarity, PolarityBasis, Unit

SAID = ("organisation", "id", "names", "title", "reference", "unit", "polarity", "accumulation")
"""Keys that each suggested entry has; a comment names the rest."""

MOST_COMPARED = 200
"""Entries whose names are held against those of the catalogue: comparing takes long."""


def indicator_entries(reports: Sequence[ReportFacts], known: Catalogue) -> Iterator[Iterator[str]]:
    """One entry for each indicator that the catalogue does not list."""
    groups, unsettled = group_rows(reports, known)
    if unsettled:
        yield _left_out(unsettled)
    if groups:
        yield _intro()
    titles = short_titles([group.names[0] for group in groups])
    listed = _listed(known)
    for at, group in enumerate(groups):
        near = listed[group.organisation] if at < MOST_COMPARED else {}
        yield chain(_nearly_listed(group, near), _entry(group, titles[group.names[0]]))


def _left_out(unsettled: Sequence[Unsettled]) -> Iterator[str]:
    yield "# Indicators without an entry, since one would change how the report is read:"
    for item in unsettled:
        yield f"# {toml.said(item.name)}: {toml.said(item.why)}"


def _intro() -> Iterator[str]:
    more = [key for key in IndicatorEntry.model_fields if key not in SAID]
    yield f"# An entry may also have: {', '.join(more)}."


def _entry(group: Group, title: str) -> Iterator[str]:
    yield "[[indicators]]"
    yield line("organisation", toml.string(group.organisation))
    yield line("id", toml.string(group.id))
    yield line("names", toml.strings(group.names))
    why = "shortened from the name" if title != group.names[0] else ""
    yield line("title", toml.string(title), why)
    references = {row.indicator.reference for row in group.rows} - {None}
    if len(references) == 1:
        yield line("reference", toml.string(str(references.pop())))
    yield _unit(group)
    yield _polarity(group)
    yield _accumulation(group)


def _listed(known: Catalogue) -> defaultdict[str, dict[str, str]]:
    """For each organisation the names that the catalogue lists, with their ids."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for entry in known.indicators:
        found[entry.organisation] |= dict.fromkeys(entry.names, entry.id)
    return found


def _nearly_listed(group: Group, names: Mapping[str, str]) -> Iterator[str]:
    """A new wording of a listed indicator belongs to its names."""
    near = nearest(group.names[0], names, LIKE_A_NAME)
    if near is not None:
        yield f"# Nearly a name of {toml.said(names[near])}, which is listed. If it is the same"
        yield "# indicator, add this name to its names and leave this entry out."


def _unit(group: Group) -> str:
    units = {row.indicator.unit for row in group.rows}
    unit = units.pop()
    if units or unit is Unit.UNKNOWN:
        return offered("unit", toml.string(PLACEHOLDER), f"one of {words([Unit], [Unit.UNKNOWN])}")
    figures = (o.figure for row in group.rows for o in (*row.own, row.target) if o is not None)
    if any(figure.value is not None and figure.unit is unit for figure in figures):
        why = "printed with its figures"
    elif unit_from(group.names[0]) is unit:
        why = "inferred from the name; its figures carry no sign"
    else:
        why = "as the report says"
    return line("unit", toml.string(unit), why)


def _polarity(group: Group) -> str:
    found = {(row.indicator.polarity, row.indicator.polarity_basis) for row in group.rows}
    polarity, basis = found.pop()
    if found or polarity is Polarity.UNKNOWN:
        choice = words([Polarity], [Polarity.UNKNOWN])
        return offered("polarity", toml.string(PLACEHOLDER), f"which way is good: {choice}")
    if basis is PolarityBasis.INFERRED:
        first = toml.said(next(iter(group.names[0].split()), ""), 40)
        why = f"inferred from the first word, '{first}': please confirm"
        return line("polarity", toml.string(polarity), why)
    return offered("polarity", toml.string(polarity), "as the report says")


def _accumulation(group: Group) -> str:
    found = {row.indicator.accumulation for row in group.rows}
    accumulation = found.pop()
    if found or accumulation is Accumulation.UNKNOWN:
        choice = words([Accumulation], [Accumulation.UNKNOWN])
        return offered("accumulation", toml.string(PLACEHOLDER), f"what a figure covers: {choice}")
    by_name = accumulation_from(group.names[0]) is accumulation
    why = "inferred from the name" if by_name else "as the report says"
    return line("accumulation", toml.string(accumulation), why)
