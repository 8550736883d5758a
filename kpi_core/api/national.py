"""National figures in answers: those that a request asks for, read a measure at a time.

A dataset may hold hundreds of thousands of them, so that a page reads no more than it shows. They
are in an answer when ``include=national`` says so, or when a value is asked for that no report has.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from kpi_core import schema
from kpi_core.api.asked import Asked
from kpi_core.api.parameters import Parameter
from kpi_core.api.parts import Part
from kpi_core.dataset import Dataset
from kpi_core.dataset.behind import NAMES, Behind

NATIONAL = "national"
"""The word that asks for them."""

Chosen = Mapping[str, tuple[str, ...]]
"""The names asked for, by column."""


def reported(data: Dataset, column: str) -> Sequence[str]:
    """The names that the figures of reports have, in their order."""
    return [str(name) for name in pc.unique(data.tables["observations"][column]).to_pylist()]


def known(column: str) -> Callable[[Dataset], Sequence[str]]:
    """The names that figures have: those of reports first, then the others of national releases."""

    def find(data: Dataset) -> Sequence[str]:
        return list(dict.fromkeys((*reported(data, column), *data.behind.names[column])))

    return find


def known_indicators(data: Dataset) -> Sequence[str]:
    """Ids of indicators, then those of measures."""
    every = (data.tables["indicators"], data.behind.measures)
    return list(dict.fromkeys(id_ for table in every for id_ in table["indicator"].to_pylist()))


def measures(asked: Asked) -> pa.Table:
    """The measures that a request for indicators asks for; those that indicators join, if it
    chooses among indicators.
    """
    rows, ids = asked.data.behind.measures, asked.values["indicator"]
    wanted = asked.values["include"] or set(ids) - set(
        asked.data.tables["indicators"]["indicator"].to_pylist()
    )
    return _joined(rows, asked) if wanted else rows.slice(0, 0)


def figures(asked: Asked, parameters: Sequence[Parameter]) -> list[Part]:
    """The figures that a request for observations asks for, a part for each measure."""
    chosen = {
        parameter.narrows: asked.values[parameter.name]
        for parameter in parameters
        if parameter.narrows in NAMES and asked.values[parameter.name]
    }
    if not asked.values["include"] and not _only_national(asked.data, chosen):
        return []
    behind, latest = asked.data.behind, asked.values["latest"]
    ids = _joined(behind.measures, asked)["indicator"].to_pylist()
    parts = (_part(behind, one, chosen, latest) for one in _with(behind, ids, chosen))
    return [part for part in parts if part.count]


def _only_national(data: Dataset, chosen: Chosen) -> bool:
    """Whether a name is asked for that no report has."""
    return any(set(names) - set(reported(data, column)) for column, names in chosen.items())


def _joined(rows: pa.Table, asked: Asked) -> pa.Table:
    """Of measures those that the indicators meeting the filters join; all without filters."""
    met = asked.met("organisation")
    if met is None:
        return rows
    linked = {
        row["national_measure"]
        for row in asked.data.tables["indicators"].to_pylist()
        if (row["organisation"], row["indicator"]) in met
    }
    return rows.filter(pc.is_in(rows["indicator"], pa.array(linked - {None}, pa.string())))


def _with(behind: Behind, ids: Sequence[str], chosen: Chosen) -> Iterator[str]:
    """The measures that have every name asked for somewhere; the others need not be read."""
    for measure in dict.fromkeys(ids):
        there = behind.contents[measure].names
        if all(there[column] & set(names) for column, names in chosen.items()):
            yield measure


def _part(behind: Behind, measure: str, chosen: Chosen, latest: bool | None) -> Part:
    """The figures of a measure that are asked for; counted by their keys alone."""
    conditions = [pc.field(c).isin(list(names)) for c, names in chosen.items() if c != "indicator"]
    if latest is not None:
        conditions.append(pc.field("is_latest") == latest)
    if not conditions:
        return Part(behind.contents[measure].rows, lambda: _shown(behind.figures(measure)))
    wanted = conditions[0]
    for further in conditions[1:]:
        wanted &= further
    count = len(behind.keys(measure).filter(wanted))
    return Part(count, lambda: _shown(behind.figures(measure).filter(wanted)))


def _shown(rows: pa.Table) -> pa.Table:
    return rows.select([c.name for c in schema.OBSERVATIONS.columns])
