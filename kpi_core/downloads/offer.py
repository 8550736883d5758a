"""What an offer is, and the file that comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import altair as alt

from kpi_core.charts.theme import Palette
from kpi_core.downloads.viewed import Viewed
from kpi_core.downloads.whole import SUFFIXES
from kpi_core.exports import ExportTable
from kpi_core.exports.names import file_name
from kpi_core.present.caption import Caption


@dataclass(frozen=True)
class Made:
    """A finished file."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Offer:
    """One thing to take away, in the formats it comes in."""

    name: str
    title: str
    formats: tuple[str, ...]
    picture: Callable[[Viewed, Palette], tuple[alt.LayerChart, Caption]] | None = None
    table: Callable[[Viewed], ExportTable] | None = None
    whole: Mapping[str, Callable[[Viewed], bytes]] = field(default_factory=dict)
    """By format: what makes the whole file."""
    needs_indicator: bool = False
    of_report: bool = False
    """Whether it is about the report as a whole: the filters of the indicators do not apply."""
    of_national: bool = False
    """Whether there is nothing to take without national figures."""
    pack: bool = False
    """Whether it is a document of many pages, which takes seconds to make."""

    def file_name(self, view: Viewed, output: str) -> str:
        """A name that says organisation, what and period, with the filters that were set."""
        what = f"{self.name}-{view.indicator}" if self.needs_indicator else self.name
        what = f"{what}-{view.group}" if view.group else what
        words = [] if self.needs_indicator or self.of_report else view.filters.words()
        words = view.findings.words() if view.findings is not None else words
        suffix = SUFFIXES.get(output, output)
        return file_name(view.card.organisation, what, view.card.period_label, suffix, words)
