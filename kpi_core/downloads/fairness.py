"""Tables on whether the quoted benchmarks are fair."""

from kpi_core.downloads.viewed import Viewed
from kpi_core.errors import ExportError
from kpi_core.exports import ExportTable
from kpi_core.exports.fairness_table import later_table, quoted_table
from kpi_core.present import published, vintages

NOTHING = (
    "There are no national figures to hold the report against. 'kpi benchmarks import' adds those "
    "of a release."
)


def quoted_rows(view: Viewed) -> ExportTable:
    """Each quoted benchmark of the indicators shown, and the published periods that it fits."""
    _needs_releases(view)
    frame = vintages.vintages(view.card, view.rows)
    return quoted_table(frame, view.caption("Years of quoted benchmarks", vintages.finding(frame)))


def later_rows(view: Viewed) -> ExportTable:
    """Each reported figure of them beside what was published later for the same period."""
    _needs_releases(view)
    frame = published.published(view.card, view.rows)
    return later_table(frame, view.caption("Published later", published.finding(frame)))


def _needs_releases(view: Viewed) -> None:
    if not view.card.published.national.any:
        raise ExportError(NOTHING)
