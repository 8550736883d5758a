"""Benchmarks: whether it is just us."""

from kpi_core.charts.comparison import unit_groups
from kpi_core.downloads import comparison_picture
from kpi_core.present import summary
from kpi_core.present.comparisons import comparisons
from kpi_core.web import markup as m
from kpi_core.web.frame import View, hand_over, heading, show
from kpi_core.web.parts import compared, counts, downloads, pictures


def top(view: View) -> None:
    heading(
        summary.comparison_headline(view.choices),
        "Comparators are those that the report quotes. None states its period, so read each gap "
        "as a hint and not as a rank.",
    )
    show(
        counts.cross_table(
            view, "status", "comparison", "Status by comparison with the named comparator"
        )
    )


def main(view: View) -> None:
    frame = comparisons(view.scorecard, view.shown)
    if frame.empty:
        said = "No indicator shown has a comparator."
        if view.filters.any:
            said += " Clear a filter to see those that have."
        show(m.tag("p", said, class_="kpi-notice"))
        return
    for group in unit_groups(frame):
        show(m.tag("h2", f"Gap to each comparator: {group[0].lower()}{group[1:]}"))
        pictures.draw(view, comparison_picture, group=group)
        downloads.buttons(view, "comparison", group=group)
    show(m.tag("h2", "Outturn, target and comparator side by side"))
    show(compared.table(view, frame), compared.both_ways(view))
    downloads.buttons(view, "benchmarks")


hand_over(main, top=top)
