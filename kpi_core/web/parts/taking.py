"""Import, step 5: files to take away, and publishing where it is allowed."""

from functools import partial

import streamlit as st

from kpi_core.imports import Draft, clashes, corrected_catalogue, undoable
from kpi_core.places import publishing_allowed
from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.address import address
from kpi_core.web.frame import show

SWITCHED_OFF = (
    "Publishing is switched off on this server, so nothing here changes what others see. Take the "
    "catalogue and give it to whoever runs it, or ask them to allow publishing (KPI_ALLOW_PUBLISH)."
)

NOTE, REPLACES = "kpi-import-note", "kpi-import-replaces"


def downloads(draft: Draft) -> None:
    """The files are made when a button is clicked, from the draft as it is now."""
    with st.container(horizontal=True, gap="small", key="kpi-import-take"):
        st.download_button(
            "Corrected catalogue: TOML",
            data=partial(_catalogue, draft),
            file_name="catalogue.toml",
            mime="application/toml",
            key="kpi-import-toml",
            on_click="ignore",
            icon=":material/download:",
        )
        st.download_button(
            "Dataset of this draft: ZIP",
            data=draft.packed.archive,
            file_name="draft-dataset.zip",
            mime="application/zip",
            key="kpi-import-zip",
            on_click="ignore",
            icon=":material/download:",
        )


def _catalogue(draft: Draft) -> bytes:
    return corrected_catalogue(draft).encode("utf-8", "replace")


def publishing(draft: Draft) -> None:
    """The one step that changes what others see."""
    if not publishing_allowed():
        show(m.tag("p", SWITCHED_OFF, class_="kpi-notice"))
        return
    clashing = [file.name for file in clashes(draft.files, drafting.there())]
    if clashing:
        st.multiselect(
            "Replace a report that is already there by the file of the same name",
            clashing,
            key=REPLACES,
            placeholder="None",
            width=480,
        )
    st.text_input("Note for the log", key=NOTE, max_chars=200, width=480)
    st.button(
        "Publish this draft",
        key="kpi-import-publish",
        type="primary",
        on_click=drafting.publish,
        args=(NOTE, REPLACES),
    )


def undoing() -> None:
    """What was published last, and the way back."""
    if not publishing_allowed() or drafting.there() is None:
        return
    last = undoable(drafting.where())
    if last is None:
        return
    names = ", ".join(file.name for file in last.files) or "corrections only"
    show(
        m.tag("h2", "The last import"),
        m.tag("p", f"{names}. ", m.link(address("overview"), "See the overview"), "."),
    )
    st.button("Undo the last import", key="kpi-import-undo", on_click=drafting.undo)
