"""Committee pack: choose a format, have it made in the background, and take it away."""

from functools import partial

import streamlit as st

from kpi_core.downloads import OFFERS, Made, Viewed, make
from kpi_core.errors import KpiError
from kpi_core.packs import FORMATS, MOST_INDICATORS, Step, too_many
from kpi_core.web import markup as m
from kpi_core.web.frame import View, show
from kpi_core.web.packing import WORKSHOP, Job

PARAMETER, OPEN = "pack", "open"
"""What an address says to have the part open."""

FORMAT, REFUSED = "kpi-pack-format", "kpi-pack-refused"

EVERY = 0.5
"""Seconds between two looks at a pack that is being made."""

WHAT = (
    "A document for a meeting: the counts, what is new, and for each indicator shown its finding, "
    "chart, figures, reasons, commentary and benchmarks. It is made of the indicators and filters "
    f"of this screen, of at most {MOST_INDICATORS:,} indicators; that takes from some seconds to "
    "half a minute, and you can go on meanwhile. Word and PowerPoint files can be edited; the PDF "
    "is tagged for screen readers."
)

NOTHING = "No indicator meets these filters, so there is nothing to make a pack of."

OFFER = OFFERS["pack"]

_LABELS = {known.label: known.name for known in FORMATS.values()}


def link(view: View) -> m.Safe:
    """The way to the part, from a screen about one indicator."""
    href = view.address("overview", **{PARAMETER: OPEN})
    said = "Make a committee pack of the indicators shown"
    return m.tag("p", m.link(href, said), class_="kpi-small")


def draw(view: View) -> None:
    """The part, folded unless the address asks for it."""
    asked = view.param(PARAMETER) == OPEN
    with st.expander(OFFER.title, expanded=asked, key="kpi-pack", type="compact"):
        show(m.tag("p", WHAT))
        problem = too_many(len(view.at)) if len(view.at) else NOTHING
        if problem is not None:
            show(m.tag("p", problem, class_="kpi-notice"))
            return
        chosen = st.segmented_control(
            "Format", list(_LABELS), key=FORMAT, default=next(iter(_LABELS)), required=True
        )
        output = _LABELS[str(chosen)]
        key = _key(view, output)
        st.button("Make the pack", key="kpi-pack-make", on_click=_order, args=(view, output))
        if refused := st.session_state.pop(REFUSED, None):
            show(m.tag("p", refused, class_="kpi-notice", role="alert"))
        job = WORKSHOP.find(key)
        if job is not None:
            # Looked at again and again while it is being made, and no longer than that.
            st.fragment(_follow, run_every=None if job.done else EVERY)(job, output, job.done)


def _key(view: View, output: str) -> tuple[object, ...]:
    """What the pack depends on: the same for all who look at the same."""
    card = view.scorecard
    return card.dataset.version, card.report["report"], view.filters, output


def _order(view: View, output: str) -> None:
    wanted = Viewed(view.scorecard, view.filters)
    try:
        WORKSHOP.order(_key(view, output), partial(_made, wanted, output))
    except KpiError as problem:
        st.session_state[REFUSED] = str(problem)


def _made(wanted: Viewed, output: str, step: Step) -> Made:
    """Runs in another thread: everything is bound already."""
    return make(OFFER, output, wanted, step=step)


def _follow(job: Job, output: str, known: bool) -> None:
    """How far it is; the file or the reason once it is finished.

    Args:
        job: the pack.
        output: its format.
        known: whether it was finished when the screen was drawn.
    """
    if job.done and not known:
        st.rerun()  # the whole screen, which then no longer looks again
    if job.problem is not None:
        show(m.tag("p", job.problem, class_="kpi-notice", role="alert"))
    elif (made := job.made) is not None:
        size = f"{len(made.content) / 1_000_000:,.1f} MB"
        label = FORMATS[output].label
        show(m.tag("p", f"The pack is ready: {label}, {size}.", role="status"))
        st.download_button(
            f"{OFFER.title}: {label}",
            data=partial(_content, made),
            file_name=made.name,
            mime=made.mime,
            key=f"kpi-take-{OFFER.name}--{output}",
            on_click="ignore",
            icon=":material/download:",
        )
    else:
        show(m.tag("p", f"{job.said} …", role="status"))


def _content(made: Made) -> bytes:
    return made.content
