"""A report of any size in the shapes of the shipped one, the same on every machine.

The shipped report is read line by line, again and again, header and blank lines included. The
first time it is copied; afterwards names carry the number of an area, and a row's figures, target
and comparators shrink by one factor, so that gaps, statuses and ways of writing stay as they are.
"""

import csv
import io
import re
from itertools import count
from pathlib import Path

from kpi_core import catalogue
from kpi_core.catalogue import IndicatorEntry, name_key

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "data" / "reports" / "cheshire-west-and-chester-2019-20-q4.tsv"
CATALOGUE = ROOT / "data" / "catalogue.toml"
SHIPPED = 18
"""Indicators of the shipped report."""

_NAME, _FIRST_VALUE, _TARGET, _COMMENTARY, _COMPARATOR = 1, 2, 7, 10, 11
_NUMBER = re.compile(r"\d+(?:\.(\d+))?")


def report(indicators: int) -> str:
    """A tab-separated report of so many indicators."""
    written = io.StringIO()
    lines = csv.writer(written, delimiter="\t", lineterminator="\n")
    shipped = list(csv.reader(io.StringIO(REPORT.read_text("utf-8")), delimiter="\t"))
    left = indicators
    for area in count():
        for cells in shipped:
            if left == 0:
                return written.getvalue()
            is_indicator = len(cells) > _NAME and cells[0].isdigit()
            lines.writerow(_varied(cells, area) if is_indicator else cells)
            left -= is_indicator
    raise AssertionError("the count never ends")


def entries(indicators: int) -> str:
    """A catalogue for that report: the shipped one's titles and themes, an entry for each row."""
    known = {name_key(n): e for e in catalogue.load(CATALOGUE).indicators for n in e.names}
    rows = csv.reader(io.StringIO(REPORT.read_text("utf-8")), delimiter="\t")
    names = [cells[_NAME] for cells in rows if len(cells) > _NAME and cells[0].isdigit()]
    made = [
        '[organisations.synthetic]\nname = "Synthetic Council"\n',
        (
            f'[reports.synthetic-{indicators}]\norganisation = "synthetic"\n'
            f'title = "{indicators:,} indicators"\nperiod = "2019/20 Q4"\n'
        ),
    ]
    for at in range(indicators):
        area, which = divmod(at, len(names))
        made.append(_entry(known[name_key(names[which])], names[which], area))
    return "\n".join(made)


def files(indicators: int, folder: Path) -> tuple[Path, Path]:
    """The report and its catalogue: the shipped ones at their size, else written to the folder."""
    if indicators == SHIPPED:
        return REPORT, CATALOGUE
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"synthetic-{indicators}.tsv", folder / f"synthetic-{indicators}.toml"
    for path, text in zip(made, (report(indicators), entries(indicators)), strict=True):
        path.write_text(text, "utf-8")
    return made


def _varied(cells: list[str], area: int) -> list[str]:
    if area == 0:
        return cells
    factor = 1 - (area * 7 % 23) / 100
    varied = list(cells)
    varied[_NAME] += _area(area)
    for at in (*range(_FIRST_VALUE, _TARGET + 1), _COMPARATOR):
        varied[at] = _NUMBER.sub(lambda found: _shrunk(found, factor), cells[at])
    if cells[_COMMENTARY]:
        varied[_COMMENTARY] += f" This is area {area}."
    return varied


def _area(area: int) -> str:
    return f" in area {area}" if area else ""


def _shrunk(found: re.Match[str], factor: float) -> str:
    decimals = len(found[1] or "")
    return f"{float(found[0]) * factor:.{decimals}f}"


def _entry(known: IndicatorEntry, name: str, area: int) -> str:
    lines = [
        "[[indicators]]",
        'organisation = "synthetic"',
        f'id = "{known.id}-{area + 1}"',
        f'names = ["{name}{_area(area)}"]',
        f'title = "{known.title}{_area(area)}"',
        f'theme = "{known.theme}"',
    ]
    if known.accumulation:
        lines.append(f'accumulation = "{known.accumulation}"')
    return "\n".join(lines) + "\n"
