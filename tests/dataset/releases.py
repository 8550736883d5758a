"""Small national releases, made of files in the shapes of a real source."""

from collections.abc import Sequence
from functools import cache

from kpi_core.dataset.place import Place
from kpi_core.dataset.releases import keep_release
from kpi_core.imports import releases
from kpi_core.imports.releases import Imported
from kpi_core.national import Release, SourceFile, read_release
from kpi_core.national.release import Progress
from tests.national.lait_files import code_list, dictionary, neighbours, values

OURS, NEAR, REGION, ENGLAND = "Cheshire West and Chester", "Warrington", "North West", "England"

QUIET: Progress = lambda _: None  # noqa: E731

FIGURES = (
    ("Repeat", "2019", OURS, "15.9"),
    ("Repeat", "2019", NEAR, "c"),
    ("Repeat", "2020", OURS, "17.1"),
    ("Repeat", "2020", NEAR, "20.3"),
    ("Repeat", "2020", REGION, "21.0"),
    ("Repeat", "2020", ENGLAND, "21.9"),
    ("Waits", "2020", OURS, "4"),
    ("Waits", "2020", ENGLAND, "5"),
)

REPEAT, WAITS = "lait/Repeat", "lait/Waits"

Figure = tuple[str, str, str, str]


def files(*changed: Figure, only: tuple[Figure, ...] = FIGURES) -> list[SourceFile]:
    """The files of a release; a changed figure takes the place of that of the same place."""
    rows = {row[:3]: row for row in (*only, *changed)}
    return [
        values(list(rows.values())),
        dictionary({"Measure_short": "Repeat"}, {"Measure_short": "Waits"}),
        *_workbooks(),
    ]


@cache
def _workbooks() -> tuple[SourceFile, ...]:
    """Made once: a workbook holds the time at which it was written."""
    return code_list(), neighbours({896: [(877, "Close"), (801, "Not Close")]})


def release(*changed: Figure, only: tuple[Figure, ...] = FIGURES) -> Release:
    return read_release(files(*changed, only=only), QUIET)


def add_releases(where: Place, given: Sequence[Release]) -> Imported:
    """As an import does: each is kept, then a version is made."""
    return releases.add_releases(where, [keep_release(where, one) for one in given])
