"""The screens, listed once: the menu, the links, the server and the tests all read this."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kpi_core.places import shipped

APP_NAME = "Council scorecard explorer"

STATIC = Path(__file__).parent / "static"
FAVICON = STATIC / "favicon.png"


class FilterPlace(Enum):
    """How a screen shows the shared filters. Hidden ones still keep their state in the URL."""

    OPEN = "open"
    FOLDED = "folded"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Screen:
    """One screen: its page file and URL segment, its words, and how it shows the filters."""

    key: str
    title: str
    url: str
    help: str
    filters: FilterPlace = FilterPlace.OPEN
    keeps: tuple[str, ...] = ()
    """Parameters of the address, other than the filters, that a filter link leaves as they are."""

    @property
    def file(self) -> Path:
        return pages_folder() / f"{self.key}.py"

    @property
    def path(self) -> str:
        """The address on the server: ``/`` or ``/indicator``."""
        return f"/{self.url}"


SCREENS = (
    Screen(
        "overview", "Overview", "", "What is red and what moved.", keeps=("view", "sort", "pack")
    ),
    Screen(
        "indicator",
        "Indicator",
        "indicator",
        "One indicator: why it has its rating, and whether it is real.",
        FilterPlace.FOLDED,
        keeps=("indicator", "compare", "statistic", "match", "councils", "show"),
    ),
    Screen(
        "benchmarks",
        "Benchmarks",
        "benchmarks",
        "Whether it is just us.",
        keeps=("compare", "statistic", "match", "councils", "show", "indicator", "both", "part"),
    ),
    Screen("changes", "Changes", "changes", "What is new since the last report."),
    Screen(
        "quality",
        "Data quality",
        "quality",
        "What is missing and what was unclear in the report, cell by cell.",
        FilterPlace.HIDDEN,
        keeps=("calendar", "gaps"),
    ),
    Screen(
        "import",
        "Import",
        "import",
        "Try a new report: see what is understood of it before anyone else does.",
        FilterPlace.HIDDEN,
    ),
    Screen(
        "methods",
        "Methods",
        "methods",
        "What the words mean and how the figures are worked out.",
        FilterPlace.HIDDEN,
    ),
)


def screen(key: str) -> Screen:
    """The screen with this key.

    Raises:
        KeyError: no screen has it.
    """
    return {entry.key: entry for entry in SCREENS}[key]


def pages_folder() -> Path:
    """Where the page files are: beside the package in a checkout, inside it in a wheel."""
    return shipped("pages")
