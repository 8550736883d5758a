"""Buttons that make a file when they are clicked, and say what it is before."""

from functools import partial

import streamlit as st

from kpi_core.downloads import OFFERS, Offer, Viewed, make
from kpi_core.present.standing.choice import Comparing
from kpi_core.selection.choices import Positions
from kpi_core.selection.findings import FindingFilters
from kpi_core.web.frame import View
from kpi_core.web.parts import sharing

LABELS = {
    "png": "PNG picture",
    "svg": "SVG picture",
    "pdf": "PDF",
    "csv": "CSV",
    "xlsx": "Excel",
    "json": "JSON",
    "csvw": "CSV with metadata",
    "zip": "ZIP",
    "csv-zip": "ZIP of CSV files",
}

TYPES = {
    "png": "image/png",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "csvw": "application/zip",
    "zip": "application/zip",
    "csv-zip": "application/zip",
}


def buttons(
    view: View,
    name: str,
    *,
    indicator: str | None = None,
    group: str | None = None,
    only: Positions | None = None,
    findings: FindingFilters | None = None,
    compared: Comparing | None = None,
) -> None:
    """One button per format of an offer. Nothing is made before a click, and no run follows it.

    Args:
        view: decides the rows and the filters that the file is about.
        name: of an offer in ``kpi_core.downloads.OFFERS``.
        indicator: id, where the offer is about one.
        group: unit group of a comparison.
        only: positions of one page, where a picture shows no more.
        findings: filters of the list of findings, where the file is that list.
        compared: whom to compare with.
    """
    offer = OFFERS[name]
    wanted = Viewed(view.scorecard, view.filters, indicator, group, only, findings, compared)
    place = f"kpi-take-{name}-{group or ''}".lower().replace(" ", "-")
    title = f"{offer.title}, {group[0].lower()}{group[1:]}" if group else offer.title
    with st.container(horizontal=True, gap="small", key=place):
        for output in offer.formats:
            st.download_button(
                f"{title}: {LABELS.get(output, output.capitalize())}",
                data=partial(_content, offer, output, wanted),
                file_name=offer.file_name(wanted, output),
                mime=TYPES[output],
                key=f"{place}-{output}",
                on_click="ignore",
                icon=":material/download:",
            )
        if offer.picture is not None or offer.table is not None:
            sharing.links(view, offer, wanted)
    if offer.picture is not None:
        sharing.looks(offer, wanted, place)


def _content(offer: Offer, output: str, wanted: Viewed) -> bytes:
    """Runs in another thread, after the run that drew the button: everything is bound already."""
    return make(offer, output, wanted).content
