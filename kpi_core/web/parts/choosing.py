"""Import, step 1: files and pasted text come in, each can be taken out again."""

from functools import partial

import streamlit as st

from kpi_core.imports.draft import MOST_BYTES, MOST_BYTES_EACH, MOST_FILES
from kpi_core.readers import READERS
from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.frame import show
from kpi_core.web.parts.telling import told

WIDE = 720
"""Pixels that the fields take where there is room."""

MOST_TEXT = 1_000_000
"""Characters of a pasted table."""


def draw() -> None:
    """The uploader, the field for text, what went wrong, and the files of the draft.

    Any file may come: the readers say of one that they do not read what to save it as.
    """
    known = ", ".join(ending.upper() for ending in READERS)
    limits = (
        f"Formats: {known}. At most {MOST_FILES} files of {MOST_BYTES_EACH // 2**20} MB each, "
        f"{MOST_BYTES // 2**20} MB together. They stay in memory while this window is open."
    )
    show(m.tag("p", limits, class_="kpi-small"))
    key = f"{drafting.UPLOADER}-{drafting.work().turn}"
    st.file_uploader(
        "Report files",
        accept_multiple_files=True,
        key=key,
        on_change=partial(drafting.take_up, key),
        width=WIDE,
    )
    with st.expander("Or paste a table", key="kpi-import-paste", type="compact"):
        st.text_area(
            "Table as text, copied from a spreadsheet with its headings",
            key=drafting.TEXT,
            height=160,
            max_chars=MOST_TEXT,
            width=WIDE,
        )
        st.button("Read the pasted table", key="kpi-import-read", on_click=drafting.take_text)
    told()
    _files()


def _files() -> None:
    """One line per file with a button; its label carries no text of the file."""
    for at, file in enumerate(drafting.work().files, start=1):
        with st.container(
            horizontal=True,
            gap="small",
            vertical_alignment="center",
            key=f"kpi-file-{at}",
            width=WIDE,
        ):
            with st.container(width="stretch"):
                size = m.tag("small", f"{len(file.content):,} bytes")
                show(m.tag("p", f"{at}. {file.name}", " ", size, class_="kpi-file"))
            st.button(
                f"Remove file {at}",
                key=f"kpi-drop-{file.report}",
                on_click=partial(drafting.drop, file.report),
            )
