"""Downloads that are a file of their own kind: the whole dataset, and how files are called."""

from collections.abc import Callable

from kpi_core.dataset import archive
from kpi_core.downloads.viewed import Viewed
from kpi_core.exports import FORMATS
from kpi_core.exports.package import csv_package

WHOLE_DATASET: dict[str, Callable[[Viewed], bytes]] = {
    "zip": lambda view: archive(view.card.dataset),
    "csv-zip": lambda view: csv_package(view.card.dataset),
}

WHOLE_TYPES = {"xlsx": FORMATS["xlsx"].mime, **dict.fromkeys(WHOLE_DATASET, "application/zip")}

SUFFIXES = {name: made.suffix for name, made in FORMATS.items()} | {"csv-zip": "csv.zip"}
"""What a file name ends with, where that is not the name of the format."""
