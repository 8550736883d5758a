"""Exports, one file each: a table with its caption in, bytes out.

A new format is a file with a writer and one line in ``FORMATS``.
"""

from kpi_core.exports.csv import write_csv
from kpi_core.exports.csvw import write_csvw
from kpi_core.exports.formats import ExportFormat, ExportTable
from kpi_core.exports.json import write_json
from kpi_core.exports.names import file_name
from kpi_core.exports.parquet import write_parquet
from kpi_core.exports.table import scorecard_table, values_table
from kpi_core.exports.xlsx import write_xlsx

__all__ = ["FORMATS", "ExportFormat", "ExportTable", "file_name", "scorecard_table", "values_table"]

_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: dict[str, ExportFormat] = {
    chosen.name: chosen
    for chosen in (
        ExportFormat("csv", "CSV", "csv", "text/csv; charset=utf-8", write_csv),
        ExportFormat("xlsx", "Excel", "xlsx", _EXCEL, write_xlsx),
        ExportFormat("csvw", "CSV with metadata", "csvw.zip", "application/zip", write_csvw),
        ExportFormat(
            "parquet", "Parquet", "parquet", "application/vnd.apache.parquet", write_parquet
        ),
        ExportFormat("json", "JSON", "json", "application/json", write_json),
    )
}
