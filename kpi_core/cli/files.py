"""The files that a command works on."""

from pathlib import Path

from kpi_core import places
from kpi_core.errors import UsageError


def report_files(files: list[Path] | None) -> list[Path]:
    """The files named, else those of data/reports; a file that is not there is a wrong call."""
    reports = list(files or places.default_reports())
    for path in reports:
        if not path.is_file():
            raise UsageError(f"There is no file {path}. Check the name and the folder.")
    if not reports:
        raise UsageError("There is no report in data/reports. Name a file: kpi build FILE.")
    return reports
