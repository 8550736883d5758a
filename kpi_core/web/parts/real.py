"""Is the change real: variation in words, its chart and table, and the method one click away."""

import streamlit as st

from kpi_core.downloads import variation_picture
from kpi_core.present.records import records
from kpi_core.present.variation import VariationReading, variation_reading
from kpi_core.rules.statistics.recent_trend import rules as trend_rules
from kpi_core.rules.statistics.ruleset import SCREENED, Ruleset
from kpi_core.vocabulary import Assurance, Variation
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.parts import chance, downloads, pictures

BESIDE = (
    "This stands beside the status and does not replace it: the status says whether the target is "
    "met, this says whether the figure has changed by more than chance."
)


def draw(view: View, indicator: str) -> int | None:
    """The whole section. Where there are no limits, the reason stands in their place.

    Returns:
        How many cases the rated figure is out of, where that is known or was given here.
    """
    found = variation_reading(view.scorecard, indicator)
    show(m.tag("h2", "Is the change real?"), _said(found))
    if not found.refusal:
        pictures.draw(view, variation_picture, indicator=indicator)
        downloads.buttons(view, "variation", indicator=indicator)
        show(_lines(found), _points(found))
    out_of = chance.draw(view, indicator)
    with st.expander("How this is worked out", key="kpi-real-method", type="compact"):
        show(m.tag("p", found.trend), method(found.ruleset))
    return out_of


def _said(found: VariationReading) -> m.Safe:
    """Variation and assurance as symbol and words, then what one has to know."""
    if found.refusal or found.variation is None or found.assurance is None:
        return m.tag("p", found.refusal, class_="kpi-notice")
    about_target = found.assurance.phrase
    if found.assurance is not Assurance.NONE:
        so_far = "On trial limits: " if found.trial else ""
        about_target = (
            f"{so_far}{about_target}: {found.target_label[0].lower()}{found.target_label[1:]}"
        )
    return m.join(
        [
            _with_symbol(found.variation.symbol, found.finding),
            _with_symbol(found.assurance.symbol, f"{about_target}."),
            m.tag("p", BESIDE, class_="kpi-small"),
            m.tag("ul", m.join(m.tag("li", note) for note in found.notes)) if found.notes else "",
        ]
    )


def _with_symbol(symbol: str, words: str) -> m.Safe:
    return m.tag("p", m.tag("span", symbol, aria_hidden="true"), f" {words}")


def _lines(found: VariationReading) -> m.Safe:
    rows = [[line.name, line.text, f"{line.exact:,.4f}"] for line in found.lines]
    heads: list[m.Column | str] = ["Line", m.Column("Drawn at", number=True)]
    heads += [m.Column("Worked out as", number=True)]
    return m.table("Limits of ordinary variation", heads, rows)


def _points(found: VariationReading) -> m.Safe:
    rows = [
        [
            point["period_label"],
            point["missing_word"] or point["value_text"],
            point["range_text"] or "None before it",
            _judged(point["kind"]),
            point["reading"],
        ]
        for point in records(found.points)
    ]
    heads: list[m.Column | str] = ["Period", m.Column("Outturn", number=True)]
    heads += [m.Column("Size of the change", number=True), "Variation", "Reading"]
    return m.table("Each period against the limits", heads, rows, classes="kpi-wide")


def _judged(kind: str) -> m.Safe:
    if not kind:
        return m.Safe("")
    found = Variation(kind)
    return m.join([m.tag("span", found.symbol, aria_hidden="true"), f" {found.word}"])


def method(ruleset: Ruleset) -> m.Safe:
    """The ruleset, its deviations and the trend test, from the constants that reckon."""
    return m.join(
        [
            m.tag("p", f"Ruleset: {ruleset.label}."),
            _list(ruleset.sentences()),
            m.tag("p", "Where this departs from the published method:"),
            _list(ruleset.deviations()),
            m.tag("p", "A trend test over annual figures:"),
            _list(trend_rules()),
        ]
    )


def methods() -> m.Safe:
    """The section of the Methods screen."""
    heading = m.tag("h2", "How a real change is told from chance")
    return m.join([heading, method(SCREENED), chance.methods()])


def _list(sentences: tuple[str, ...]) -> m.Safe:
    return m.tag("ul", m.join(m.tag("li", sentence) for sentence in sentences))
