"""Everything that can be taken away: one list, which screens, command line and data API share.

A new download is one function and one line in ``OFFERS``. Nothing is made before it is asked for.
"""

from functools import partial

import altair as alt

from kpi_core.charts import CHARTS
from kpi_core.charts.theme import Palette
from kpi_core.downloads.comparison import comparison_picture, comparison_rows
from kpi_core.downloads.fairness import later_rows, quoted_rows
from kpi_core.downloads.offer import Made, Offer
from kpi_core.downloads.pictures import PICTURE_TYPES, PICTURES, Look, drawn
from kpi_core.downloads.quality import calendar_picture, calendar_rows, finding_rows
from kpi_core.downloads.standing import (
    councils_rows,
    distribution_picture,
    over_time_picture,
    over_time_rows,
)
from kpi_core.downloads.tables import indicator_values, scorecard_rows, series
from kpi_core.downloads.viewed import MOST_DRAWN, Viewed
from kpi_core.downloads.whole import WHOLE_DATASET, WHOLE_TYPES
from kpi_core.downloads.workbook import workbook
from kpi_core.errors import ExportError
from kpi_core.exports import FORMATS
from kpi_core.exports.changes_table import changes_table
from kpi_core.packs import FORMATS as PACKS
from kpi_core.packs import Step, make_pack, unheard
from kpi_core.present import summary
from kpi_core.present.caption import Caption
from kpi_core.present.history import status_history
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.variation import variation_reading
from kpi_core.selection import Filters

__all__ = [
    "MOST_DRAWN",
    "OFFERS",
    "PICTURES",
    "TABLE_FORMATS",
    "Look",
    "Made",
    "Offer",
    "Viewed",
    "calendar_picture",
    "check_filters",
    "comparison_picture",
    "distribution_picture",
    "make",
    "offer",
    "over_time_picture",
    "series",
    "status_picture",
    "trend_picture",
    "variation_picture",
]

TABLE_FORMATS = tuple(FORMATS)


def offer(name: str) -> Offer:
    """The offer of a name.

    Raises:
        ExportError: there is none.
    """
    if name not in OFFERS:
        raise ExportError(f"There is no export {name!r}; there are: {', '.join(OFFERS)}.")
    return OFFERS[name]


PAGE_LIGHT = Look()


def make(
    wanted: Offer, output: str, view: Viewed, look: Look = PAGE_LIGHT, step: Step = unheard
) -> Made:
    """Make one file; ``look`` is how a picture is wanted, ``step`` hears how far a pack is.

    Raises:
        ExportError: for a format the offer does not come in, or an indicator that is not there.
    """
    if output not in wanted.formats:
        raise ExportError(
            f"{wanted.title} comes as {', '.join(wanted.formats)}; {output!r} is not one of them."
        )
    if wanted.needs_indicator and view.indicator not in view.card.position:
        raise ExportError(
            f"{wanted.title} is about one indicator, and the scorecard has none with the id "
            f"{view.indicator!r}. The ids are in the column 'Indicator id' of the scorecard export."
        )
    name = wanted.file_name(view, output)
    if wanted.picture is not None and output in PICTURES:
        content = drawn(partial(wanted.picture, view), output, look)
        return Made(name, PICTURE_TYPES[output], content)
    if wanted.pack:
        return Made(name, PACKS[output].mime, make_pack(view.card, view.filters, output, step))
    if output in wanted.whole:
        return Made(name, WHOLE_TYPES[output], wanted.whole[output](view))
    if wanted.table is None:
        raise ExportError(f"{wanted.title} has no table.")
    made = FORMATS[output]
    return Made(name, made.mime, made.write(wanted.table(view)))


def check_filters(card: Scorecard, filters: Filters) -> None:
    """Refuse a filter value that the scorecard does not have, which would export nothing.

    Raises:
        ExportError: naming the values that there are.
    """
    for chosen, values in filters.active():
        known = card.choices.words(chosen.key)
        for value in values:
            if value not in known:
                raise ExportError(f"{chosen.label} {value!r} is not one of: {', '.join(known)}.")


def trend_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """The trend of one indicator with its caption."""
    made = series(view)
    caption = summary.caption(view.card, made.title, made.finding, Filters())
    return CHARTS["trend"](made, palette, description=made.finding), caption


def variation_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """The figures of one indicator between their limits, or alone with the reason."""
    made = variation_reading(view.card, view.indicator or "")
    note = " ".join((f"Ruleset: {made.ruleset.label}.", *made.notes))
    caption = summary.caption(view.card, made.title, made.finding, Filters(), note)
    return CHARTS["variation"](made, palette, description=made.finding), caption


def status_picture(view: Viewed, palette: Palette) -> tuple[alt.LayerChart, Caption]:
    """Status by quarter of the indicators shown; of a long list one page, and it says so."""
    finding = summary.headline(view.card.choices, view.at)
    drawn = (view.at if view.only is None else view.only)[:MOST_DRAWN]
    note = summary.COMPUTED_NOTE
    if len(drawn) < len(view.at):
        note = f"{len(drawn):,} of the {len(view.at):,} indicators are drawn. {note}"
    caption = view.caption("Status by quarter", finding, note)
    history = status_history(view.card, view.card.rows.iloc[drawn])
    return CHARTS["status-grid"](history, palette, description=finding), caption


OFFERS: dict[str, Offer] = {
    made.name: made
    for made in (
        Offer("scorecard", "Scorecard", TABLE_FORMATS, table=scorecard_rows),
        Offer("workbook", "Workbook of all tables", ("xlsx",), whole={"xlsx": workbook}),
        Offer("status-by-quarter", "Status by quarter", tuple(PICTURES), picture=status_picture),
        Offer("trend", "Trend", tuple(PICTURES), picture=trend_picture, needs_indicator=True),
        Offer(
            "variation",
            "Variation",
            tuple(PICTURES),
            picture=variation_picture,
            needs_indicator=True,
        ),
        Offer("values", "Values", TABLE_FORMATS, table=indicator_values, needs_indicator=True),
        Offer("comparison", "Comparison", tuple(PICTURES), picture=comparison_picture),
        Offer("benchmarks", "Benchmarks", TABLE_FORMATS, table=comparison_rows),
        Offer(
            "councils",
            "Councils",
            (*PICTURES, *TABLE_FORMATS),
            picture=distribution_picture,
            table=councils_rows,
            needs_indicator=True,
            of_national=True,
        ),
        Offer(
            "comparators-over-time",
            "Comparators over time",
            (*PICTURES, *TABLE_FORMATS),
            picture=over_time_picture,
            table=over_time_rows,
            needs_indicator=True,
            of_national=True,
        ),
        Offer(
            "quoted-years",
            "Years of quoted benchmarks",
            TABLE_FORMATS,
            table=quoted_rows,
            of_national=True,
        ),
        Offer(
            "published-later",
            "Published later",
            TABLE_FORMATS,
            table=later_rows,
            of_national=True,
        ),
        Offer(
            "changes",
            "Changes",
            TABLE_FORMATS,
            table=lambda view: changes_table(view.card, view.filters),
        ),
        Offer("pack", "Committee pack", tuple(PACKS), pack=True),
        Offer("dataset", "Whole dataset", tuple(WHOLE_DATASET), whole=WHOLE_DATASET),
        Offer("findings", "Findings", TABLE_FORMATS, table=finding_rows, of_report=True),
        Offer(
            "missing-figures",
            "Missing figures",
            (*PICTURES, *TABLE_FORMATS),
            picture=calendar_picture,
            table=calendar_rows,
            of_report=True,
        ),
    )
}
