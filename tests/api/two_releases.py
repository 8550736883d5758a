"""The shipped report's dataset with two releases of a national source, the later one corrected."""

from pathlib import Path

from kpi_core.build import build
from kpi_core.dataset.place import place
from kpi_core.national import SourceFile, read_release
from tests.dataset.releases import ENGLAND, NEAR, OURS, QUIET, REGION, add_releases
from tests.national.lait_files import code_list, dictionary, neighbours, values

PLANS, HEALTH = "lait/PrevRegCPR", "lait/LACHealth%"
"""Measures that indicators of the shipped report join."""

ODD = "lait/Büro & Co+?=#"
"""One that none joins; its id has everything that an address has to write otherwise."""

FIGURES = (
    ("PrevRegCPR", "2019", OURS, "15.9"),
    ("PrevRegCPR", "2019", NEAR, "c"),
    ("PrevRegCPR", "2020", OURS, "17.1"),
    ("PrevRegCPR", "2020", NEAR, "20.3"),
    ("PrevRegCPR", "2020", REGION, "21.0"),
    ("PrevRegCPR", "2020", ENGLAND, "21.9"),
    ("PrevRegCPR", "2021", OURS, "18.4"),
    ("PrevRegCPR", "2021", ENGLAND, "22.5"),
    ("LACHealth%", "2020", NEAR, "4"),
    ("LACHealth%", "2020", ENGLAND, "5"),
    ("Büro & Co+?=#", "2020", NEAR, "1"),
)
CORRECTED = ("PrevRegCPR", "2020", NEAR, "20.6")


def build_with_releases(report: Path, catalogue: Path, out: Path) -> str:
    """The place of the dataset; it has the version without national figures too."""
    build([report], out, catalogue)
    add_releases(place(out), [read_release(files, QUIET) for files in (_files(), _later())])
    return str(out)


def _files() -> list[SourceFile]:
    measures = dict.fromkeys(row[0] for row in FIGURES)
    described = dictionary(*({"Measure_short": name} for name in measures))
    near = neighbours({896: [(877, "Close"), (801, "Not Close")]})
    return [values(FIGURES), described, code_list(), near]


def _later() -> list[SourceFile]:
    return [values([CORRECTED]), dictionary({"Measure_short": "PrevRegCPR"}), code_list()]
