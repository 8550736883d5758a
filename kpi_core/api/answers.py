"""One page of a table as bytes: the JSON envelope, or a file in one of the export formats."""

import json
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from kpi_core.api.asked import Asked
from kpi_core.api.resources import Resource
from kpi_core.api.sources import Sources
from kpi_core.exports import FORMATS, ExportTable, file_name
from kpi_core.present.caption import Caption
from kpi_core.selection import on_screen

JSON = "json"
USUAL_ROWS = 1_000
"""Rows of a JSON answer that asks for no number; a file then has as many as are allowed."""


@dataclass(frozen=True)
class Page:
    """Some rows of a table: ``total`` is how many there are in all."""

    resource: Resource
    asked: Asked
    rows: pa.Table
    total: int
    limit: int
    offset: int
    address: str

    def links(self) -> dict[str, str]:
        """Addresses of this page, of the pages beside it, and of the same in other formats."""
        before, after = max(0, self.offset - self.limit), self.offset + self.limit
        links = {"self": self._at()}
        if after < self.total:
            links["next"] = self._at(offset=after)
        if self.offset:
            links["prev"] = self._at(offset=before)
        links["permanent"] = self._at(version=self.asked.data.version)
        links |= {name: self._at(format=name) for name in FORMATS if name != JSON}
        return links

    def _at(self, **others: object) -> str:
        given = {name: _query_text(v) for name, v in self.asked.given}
        values = given | {"limit": self.limit, "offset": self.offset} | others
        if "format" in others:  # a file is asked for whole, as far as it may be
            values = {name: v for name, v in values.items() if name not in ("limit", "offset")}
        query = urlencode({n: v for n, v in values.items() if (n, v) != ("offset", 0)}, doseq=True)
        return f"{self.address}/{self.resource.name}?{query}".rstrip("?")

    @property
    def caption(self) -> Caption:
        """What a file has to say about itself."""
        sources = Sources(self.asked, self.rows)
        return Caption(
            title=on_screen(self.resource.name),
            finding=f"{len(self.rows):,} of {self.total:,} rows",
            organisation=sources.organisation,
            source=sources.line,
            period=sources.period,
            filters=f"{self.filters}{self._part}",
            version=self.asked.data.version,
        )

    @property
    def _part(self) -> str:
        """Which rows these are, where they are not all of them: a file is read alone."""
        if len(self.rows) == self.total:
            return ""
        last = self.offset + len(self.rows)
        return f"; rows {min(self.offset + 1, last):,} to {last:,} of {self.total:,}"

    @property
    def filters(self) -> str:
        """Every parameter that chooses rows, in words: ``status: Red; period: 2019/20 Q4``."""
        others = ("version", "format", "limit", "offset", "sort")
        worded = (
            f"{name}: {' or '.join(value) if isinstance(value, tuple) else _query_text(value)}"
            for name, value in self.asked.given
            if name not in others
        )
        return "; ".join(worded) or "None"

    def file_name(self, suffix: str) -> str:
        words = self.asked.filters.words()
        caption = self.caption
        return file_name(caption.organisation, self.resource.name, caption.period, suffix, words)


def page(resource: Resource, asked: Asked, most: int, address: str) -> Page:
    """The rows that a request asks for, at most as many as are allowed."""
    every = resource.found(asked)
    usual = min(USUAL_ROWS, most) if (asked.values["format"] or JSON) == JSON else most
    limit = min(asked.values["limit"] or usual, most)
    offset = asked.values["offset"] or 0
    return Page(resource, asked, every.slice(offset, limit), len(every), limit, offset, address)


def written(made: Page, output: str) -> tuple[bytes, str]:
    """The bytes of a page, and their media type."""
    if output == JSON:
        return _json(made), FORMATS[JSON].mime
    if output == "parquet":
        return _parquet(made), FORMATS[output].mime
    return FORMATS[output].write(ExportTable(_frame(made.rows), made.caption)), FORMATS[output].mime


def _json(made: Page) -> bytes:
    """``data``, ``meta`` and ``links``; dates are ISO 8601, what is missing is null."""
    meta: dict[str, Any] = {
        "dataset_version": made.asked.data.version,
        "total": made.total,
        "count": len(made.rows),
        "limit": made.limit,
        "offset": made.offset,
        "filters": made.filters,
        "source": made.caption.source,
    }
    document = {"data": made.rows.to_pylist(), "meta": meta, "links": made.links()}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, default=_iso).encode()


def _query_text(value: object) -> object:
    """A value as an address has it: truth values as they are given."""
    return str(value).lower() if isinstance(value, bool) else value


def _iso(value: object) -> str:
    if not isinstance(value, date):
        raise TypeError(f"{type(value)} is no value of a table")
    return value.isoformat()


def _parquet(made: Page) -> bytes:
    """With the types of the dataset's tables; the caption's facts are in the file's metadata."""
    facts = {k.lower().replace(" ", "_"): text for k, text in made.caption.facts().items()}
    file = BytesIO()
    pq.write_table(made.rows.replace_schema_metadata(facts), file, compression="zstd")
    return file.getvalue()


def _frame(rows: pa.Table) -> pd.DataFrame:
    """For CSV and XLSX: whole numbers stay whole, and everything that is no number is text."""
    kinds = {pa.int32(): pd.Int32Dtype(), pa.float64(): pd.Float64Dtype()}
    texts = {
        name: pa.array([_text(value) for value in rows[name].to_pylist()], pa.string())
        for name in rows.column_names
        if rows.schema.field(name).type not in kinds
    }
    for at, name in enumerate(rows.column_names):
        if name in texts:
            rows = rows.set_column(at, name, texts[name])
    frame: pd.DataFrame = rows.to_pandas(types_mapper=kinds.get)
    return frame


def _text(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
