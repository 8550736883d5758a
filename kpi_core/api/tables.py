"""The rows of each answer as an Arrow table, in the order of the report."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from kpi_core import schema
from kpi_core.api import national
from kpi_core.api.asked import Asked
from kpi_core.api.columns import CHANGED, OF_INDICATOR, OF_VIEW, RATED
from kpi_core.api.parameters import Parameter
from kpi_core.present.briefing.table import rows as change_rows
from kpi_core.schema import Column, Table


def arrow(columns: Iterable[Column]) -> pa.Schema:
    """The schema of an answer."""
    return pa.schema([pa.field(c.name, c.type, nullable=c.nullable) for c in columns])


def narrowed(rows: pa.Table, asked: Asked, parameters: Iterable[Parameter]) -> pa.Table:
    """The rows whose columns hold what the parameters ask for."""
    for parameter in parameters:
        given = asked.values[parameter.name]
        if parameter.narrows and given not in (None, ()):
            column = rows[parameter.narrows]
            wanted = given if isinstance(given, tuple) else (given,)
            rows = rows.filter(pc.is_in(column, pa.array(wanted, column.type)))
    return rows


def stored(asked: Asked, table: Table) -> pa.Table:
    """A table of the dataset as it stands."""
    return asked.data.tables[table.name].select([c.name for c in table.columns])


def observations(asked: Asked) -> pa.Table:
    rows = stored(asked, schema.OBSERVATIONS)
    return _of_indicators(rows, "reported_by", asked.met("organisation"))


def findings(asked: Asked) -> pa.Table:
    """By text in the message as well; the filters of the screens choose among indicators."""
    rows = stored(asked, schema.FINDINGS)
    for word in (asked.values["text"] or "").casefold().split():
        rows = rows.filter(pc.match_substring(pc.utf8_lower(rows["message"]), word))
    return _of_indicators(rows, "report", asked.met("report"))


def indicators(asked: Asked) -> pa.Table:
    """Of a report that is named those that it rates."""
    met = asked.met("organisation")
    if met is None and asked.named:
        met = {(card.organisation, one) for card in asked.cards for one in card.choices.ids}
    rows = _of_indicators(stored(asked, schema.INDICATORS), "organisation", met)
    return pa.concat_tables([rows, national.measures(asked).select(rows.column_names)])


def ratings(asked: Asked) -> pa.Table:
    """Declared and computed side by side, with what the screens filter by."""
    made = []
    for card in asked.cards:
        at = card.choices.order(asked.at(card), asked.values["sort"] or "")
        every = asked.data.tables["ratings"]
        mine = every.filter(pc.equal(every["report"], str(card.report["report"]))).take(at)
        shown = card.rows.iloc[at]
        for column in (*OF_INDICATOR, *OF_VIEW):
            mine = mine.append_column(column.name, _array(shown[column.name], column))
        made.append(mine.select([c.name for c in RATED]).cast(arrow(RATED)))
    return pa.concat_tables(made)


def changes(asked: Asked) -> pa.Table:
    """What is new in a report since the one before."""
    (card,) = asked.cards
    found = change_rows(asked.source.briefing(card).shown(card, asked.filters))
    about = {"organisation": card.organisation, "report": str(card.report["report"])}
    return _table(found.assign(**about), CHANGED)


def _of_indicators(rows: pa.Table, key: str, met: set[tuple[str, str]] | None) -> pa.Table:
    """The rows about some indicators, each named by a column and its id; None means all."""
    if met is None:
        return rows
    ids = pa.array(sorted({indicator for _, indicator in met}), pa.string())
    rows = rows.filter(pc.is_in(rows["indicator"], ids))
    pairs = zip(rows[key].to_pylist(), rows["indicator"].to_pylist(), strict=True)
    return rows.filter(pa.array([pair in met for pair in pairs], pa.bool_()))


def _table(frame: pd.DataFrame, columns: Sequence[Column]) -> pa.Table:
    arrays = [_array(frame[column.name], column) for column in columns]
    return pa.Table.from_arrays(arrays, schema=arrow(columns))


def _array(values: "pd.Series[Any]", column: Column) -> pa.Array:
    """A column of a frame in its stored type; any kind of missing becomes null."""
    if column.type == pa.list_(pa.string()):
        return pa.array([[str(word) for word in words] for words in values], column.type)
    plain = [None if pd.isna(value) else value for value in values]
    if column.type == pa.string():
        plain = [None if value is None else str(value) for value in plain]
    return pa.array(plain, column.type)
