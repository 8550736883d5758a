"""JSON: the rows as ``data``, the caption's facts as ``meta``."""

import json

from kpi_core.exports.formats import ExportTable


def write_json(table: ExportTable) -> bytes:
    """UTF-8; keys are the table's headers, a missing figure is null."""
    frame = table.cleaned().astype(object)
    data = frame.where(frame.notna(), None).to_dict("records")
    document = {"data": data, "meta": table.meta()}
    return json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1).encode()
