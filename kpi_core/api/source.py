"""Where the API gets its data: the screens' own cache, or a small one where there are no screens.

Every answer is of one dataset version, which is read once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from kpi_core import dataset
from kpi_core.api.problems import Problem, quoted
from kpi_core.dataset import Dataset
from kpi_core.errors import UnknownVersionError
from kpi_core.places import default_dataset
from kpi_core.present.briefing import Briefing
from kpi_core.present.briefing import briefing as make_briefing
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.scorecard import scorecard as prepare


@dataclass(frozen=True)
class Source:
    """Four ways into the dataset, each of which may keep what it has read.

    Attributes:
        current: the dataset's place and the name of its current version.
        read: a version's tables, by place and version.
        card: a report's scorecard, by place, version and report; None means the newest one.
        briefing: what is new in a scorecard's report.
    """

    current: Callable[[], tuple[str, str]]
    read: Callable[[str, str], Dataset]
    card: Callable[[str, str, str | None], Scorecard]
    briefing: Callable[[Scorecard], Briefing]

    def dataset(self, version: str | None) -> Dataset:
        """A version's tables; the current one where none is named.

        Raises:
            Problem: there is no such version.
            DatasetError: there is no dataset, or it cannot be read.
        """
        location, newest = self.current()
        wanted = newest if version is None else version
        try:
            if wanted:
                return self.read(location, wanted)
        except UnknownVersionError:
            pass
        raise Problem(
            404,
            f"There is no dataset version {quoted(wanted)}. The current one is {newest}; leave "
            "version out to get it.",
            parameter="version",
        )


def kept(place_of: Callable[[], str] = default_dataset) -> Source:
    """A source with a cache of its own.

    Args:
        place_of: gives the dataset's place at each request.
    """

    @lru_cache(maxsize=3)
    def read(location: str, version: str) -> Dataset:
        return dataset.read(location, version)

    @lru_cache(maxsize=12)
    def card(location: str, version: str, report: str | None) -> Scorecard:
        return prepare(read(location, version), report)

    def current() -> tuple[str, str]:
        location = place_of()
        return location, dataset.current_version(location)

    return Source(current, read, card, make_briefing)
