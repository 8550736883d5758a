"""Import, step 5: files to take away, and publishing where it is allowed."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

import streamlit as st

from kpi_core.dataset.batches import Standing
from kpi_core.imports import Draft, clashes, corrected_catalogue, known
from kpi_core.places import publishing_allowed
from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.frame import show
from kpi_core.web.parts.telling import told

SWITCHED_OFF = (
    "Publishing is switched off on this server, so nothing here changes what others see. Take the "
    "catalogue and give it to whoever runs it, or ask them to allow publishing (KPI_ALLOW_PUBLISH)."
)

WHAT_FOR = (
    "The catalogue is a text file with your corrections. What was only inferred stands in it too, "
    "as if you had confirmed it, with the reason beside it and shorter titles: look it over. Then "
    "“kpi build --catalogue catalogue.toml FILE” gives the figures and ratings of this screen. The "
    "ZIP holds them as tables, with every finding: unpack it and name its folder with --dataset."
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
    show(m.tag("p", WHAT_FOR, class_="kpi-small"))


def _catalogue(draft: Draft) -> bytes:
    return corrected_catalogue(draft).encode("utf-8", "replace")


def publishing(draft: Draft) -> None:
    """The one step that changes what others see."""
    if not publishing_allowed():
        show(m.tag("p", SWITCHED_OFF, class_="kpi-notice"))
        return
    now = drafting.there()
    _left_out(draft, now)
    clashing = [file.name for file in clashes(draft.files, now)]
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
    told(drafting.PUBLISHING)


def _left_out(draft: Draft, now: Standing | None) -> None:
    """Files of the draft that publishing will not add, and why."""
    unread = [file.name for file in draft.files if draft.report(file) is None]
    there = [f.name for f in known(draft.files, now, drafting.replaced(draft, REPLACES))]
    for why, names in (("they cannot be read", unread), ("the dataset has them already", there)):
        if names:
            show(m.tag("p", f"Left out, since {why}: {', '.join(names)}.", class_="kpi-small"))


def undoing() -> None:
    """What was published last, and the way back."""
    told(drafting.UNDOING)
    found = drafting.last_import() if publishing_allowed() else None
    if found is None:
        return
    batch, event = found
    names = ", ".join(file.name for file in batch.files) or "corrections only"
    facts = {"Files": names, "Published": _when(event), "Note": event.get("note")}
    items = (
        m.join([m.tag("dt", label), m.tag("dd", value)]) for label, value in facts.items() if value
    )
    show(m.tag("h2", "The last import"), m.tag("dl", m.join(items), class_="kpi-facts"))
    st.button("Undo the last import", key="kpi-import-undo", on_click=drafting.undo)


def _when(event: Mapping[str, Any]) -> str:
    """Such as "25 November 2026, 14:05 UTC"; empty where the log does not say."""
    try:
        at = datetime.fromisoformat(str(event.get("at")))
    except ValueError:
        return ""
    return f"{at.day} {at:%B %Y, %H:%M} UTC"
