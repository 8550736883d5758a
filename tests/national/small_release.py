"""The shipped report's dataset with a small release of one of its measures."""

from pathlib import Path

from kpi_core.build import build
from kpi_core.dataset import Dataset
from kpi_core.dataset import read as read_dataset
from kpi_core.dataset.place import place
from kpi_core.dataset.releases import keep_release
from kpi_core.imports.releases import add_releases
from kpi_core.national import read_release
from tests.national.lait_files import dictionary, values

OURS = "Cheshire West and Chester"
PLANS = {
    "Measure_short": "PrevRegCPR",
    "Measure": "Children who became the subject of a plan for a second or subsequent time",
}
FIGURES = (
    ("PrevRegCPR", "2019", OURS, "15.9"),
    ("PrevRegCPR", "2020", OURS, "17.1"),
    ("PrevRegCPR", "2018", "North West", "20.7"),
    ("PrevRegCPR", "2018", "England", "20.2"),
    ("PrevRegCPR", "2020", "England", "21.9"),
)
FILES = (values(FIGURES), dictionary(PLANS))


def with_release(out: Path, report: Path, catalogue: Path) -> Dataset:
    """Builds the report at ``out`` and adds the release."""
    build([report], out, catalogue)
    there = place(out)
    add_releases(there, [keep_release(there, read_release(FILES, lambda _: None))])
    return read_dataset(str(out))
