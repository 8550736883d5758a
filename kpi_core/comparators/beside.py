"""What a build works out of reports beside national figures: vintages and later figures."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import pyarrow as pa

from kpi_core import schema
from kpi_core.comparators import tracker_words, vintage_words
from kpi_core.comparators.national import Figures, National
from kpi_core.comparators.tracker import Reported, Tracked, reported, tracked
from kpi_core.comparators.vintage import Match, RowVintage, group_words, vintages
from kpi_core.facts import ReportFacts
from kpi_core.vocabulary import Vintage

Row = dict[str, Any]


def beside_tables(
    reports: Sequence[ReportFacts],
    made: Mapping[str, pa.Table],
    national: National,
    every: Figures | None = None,
) -> dict[str, pa.Table]:
    """The tables ``vintages`` and ``later_figures``.

    Args:
        reports: as read, in their order.
        made: ``observations`` and ``indicators`` of the same reports.
        national: what was imported; without anything both tables are empty.
        every: like ``National.figures`` with the figures of every release.
    """
    found = [(report.report, row) for report in reports for row in vintages(report, national)]
    quoted = [row for report, vintage in found for row in _vintage_rows(report, vintage, national)]
    frames = (made[name].to_pandas() for name in ("observations", "indicators"))
    later = tracked(sorted(reported(*frames), key=_order), national, every)
    return {
        "vintages": pa.Table.from_pylist(quoted, schema=schema.VINTAGES.arrow),
        "later_figures": pa.Table.from_pylist(
            [_later_row(each) for each in later], schema=schema.LATER_FIGURES.arrow
        ),
    }


def _order(figure: Reported) -> tuple[str, str, str, tuple[int, int]]:
    """Those of one measure stand together, so that its figures are read once."""
    return (figure.organisation, figure.measure, figure.indicator, figure.period.sort_key)


def _vintage_rows(report: str, found: RowVintage, national: National) -> Iterator[Row]:
    """One for each quoted figure, whether or not it could be compared."""
    row = found.row
    compared = {match.quoted: match for match in found.matches}
    for quoted in row.quoted:
        match = compared.get(quoted)
        yield {
            "organisation": row.organisation,
            "report": report,
            "indicator": row.indicator,
            "measure": row.measure,
            "subject": quoted.subject,
            "group_title": group_words(quoted.subject, national),
            "source_cell": quoted.cell,
            "quoted": float(quoted.value),
            "quoted_text": quoted.text,
            "period_label": row.period.label,
            "period_end": row.period.end,
            "expected_label": found.expected.label if found.expected else None,
            **_fitting(match, found),
        }


def _fitting(match: Match | None, found: RowVintage) -> Row:
    if match is None:
        why = found.reason or "The figure is in another unit than the indicator."
        return {"state": Vintage.NOT_COMPARED, "fits": [], "together": [], "sentence": why}
    return {
        "state": match.state,
        "fits": list(dict.fromkeys(candidate.label for candidate in match.fits)),
        "fits_text": vintage_words.fitting_words(match.fits) or None,
        "now_text": vintage_words.published_words(match.now) or None,
        "months_behind": match.behind,
        "together": [period.label for period in found.together],
        "sentence": vintage_words.match_sentence(match, found),
    }


def _later_row(found: Tracked) -> Row:
    ours = found.ours
    return {
        "organisation": ours.organisation,
        "indicator": ours.indicator,
        "measure": ours.measure,
        "period_label": ours.period.label,
        "period_end": ours.period.end,
        "published_label": found.theirs.label,
        "reported": _number(ours.value),
        "reported_text": tracker_words.reported_text(found) or None,
        "published": float(found.value),
        "published_text": tracker_words.published_text(found),
        "difference": _number(found.difference),
        "difference_text": tracker_words.difference_text(found) or None,
        "within_rounding": found.within_rounding,
        "releases": [version.release for version in found.versions],
        "drift": _number(found.drift),
        "drift_text": tracker_words.drift_sentence(found) or None,
        "sentence": tracker_words.sentence(found),
        "report": ours.report,
        "source_cell": ours.cell,
        "release": found.release,
    }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
