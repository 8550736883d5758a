"""Use and share: what stands under every chart and table, the same everywhere."""

from functools import partial
from html import escape
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kpi_core.charts.sizes import SIZES
from kpi_core.charts.theme import DARK, LIGHT
from kpi_core.downloads import Look, Offer, Viewed, make
from kpi_core.present.citation import citation
from kpi_core.web import markup as m
from kpi_core.web.choice import PARAMETER, VERSION
from kpi_core.web.frame import View, show
from kpi_core.web.parts import pictures
from kpi_core.web.parts.standing.choosing import CHOICES

THEMES = {"Light": LIGHT, "Dark": DARK}

KEEPS = "The copied link keeps these figures: it shows them after any later report too."


def links(view: View, offer: Offer, wanted: Viewed) -> None:
    """Copies the link to the view and, of a chart, the code that puts it into another page."""
    href = permanent(view)
    parts = [_copy(href, "Copy link to this view", f"Copy link to this view, from {offer.title}")]
    if offer.picture is not None:
        code = embed(view, offer, wanted)
        said = f"Copy code to embed {offer.title} in a web page, as SVG"
        parts.append(_copy(picture(view, offer, wanted), "Copy embed code", said, copies=code))
    show(m.tag("p", m.join(parts, " "), class_="kpi-share", title=KEEPS))


def cite(view: View, row: pd.Series) -> m.Safe:
    """The line that minutes can quote, with the link that keeps its figure."""
    href = permanent(view)
    said = m.tag("p", citation(view.scorecard, row), " ", m.link(href, "Link to these figures"))
    whole = f"{citation(view.scorecard, row)} {_whole(href)}"
    copy = _copy(href, "Copy citation", f"Copy the citation of {row['title']}", copies=whole)
    return m.join([m.tag("h2", "Cite this"), said, m.tag("p", copy, class_="kpi-share")])


def permanent(view: View) -> str:
    """The address of the view with the version that it shows."""
    version = view.scorecard.dataset.version
    return view.address(view.screen.key, **{**view.kept, VERSION: version})


def picture(view: View, offer: Offer, wanted: Viewed) -> str:
    """The address of a chart as SVG, with the version that is shown."""
    named = {
        "indicator": wanted.indicator if offer.needs_indicator else None,
        "group": wanted.group,
        PARAMETER: view.scorecard.report["report"],
        VERSION: view.scorecard.dataset.version,
    }
    query = [(name, str(value)) for name, value in named.items() if value]
    query += [] if offer.needs_indicator or offer.of_report else view.filters.query()
    query += _compared(view) if wanted.compared is not None else []
    return f"api/v1/charts/{offer.name}.svg?{urlencode(query)}"


def _compared(view: View) -> list[tuple[str, str]]:
    """Whom the picture compares with, where the address says so."""
    given = ((name, view.kept.get(name)) for name in CHOICES)
    return [(name, word) for name, words in given for word in words or () if words]


def embed(view: View, offer: Offer, wanted: Viewed) -> str:
    """HTML for another page: the chart, what it says, and the way back to the figures.

    It holds texts of the report, so each is escaped, and it is only ever copied as text.
    """
    assert offer.picture is not None
    _, caption = pictures.made(offer.picture, wanted)
    source, back = (
        escape(_whole(path)) for path in (picture(view, offer, wanted), permanent(view))
    )
    said = escape(f"{caption.title}. {caption.finding}.")
    where = escape(f"{caption.source}; dataset version {caption.version}")
    return (
        f'<figure><img src="{source}" alt="{said}" style="max-width:100%;height:auto">'
        f'<figcaption><a href="{back}">{escape(caption.title)}</a>. {where}.</figcaption></figure>'
    )


def looks(offer: Offer, wanted: Viewed, place: str) -> None:
    """A preview of the picture in the size and theme that it is wanted in, made when opened."""
    title = f"Preview and sizes: {offer.title}"
    with st.expander(title, key=f"{place}-looks", on_change="rerun", type="compact") as opened:
        if not opened.open:
            return
        labels = {size.label: size for size in SIZES.values()}
        with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
            size = st.selectbox("Size", list(labels), key=f"{place}-size", width=320)
            theme = st.selectbox("Theme", list(THEMES), key=f"{place}-theme", width=160)
        look = Look(labels[size], THEMES[theme])
        made = make(offer, "png", wanted, look)
        st.image(made.content, caption=None, alt=f"Preview of {offer.title}", width=480)
        name = made.name.replace(".png", f"_{look.size.name}_{theme.lower()}.png")
        st.download_button(
            f"{offer.title}: PNG picture, {look.size.name}, {theme.lower()}",
            data=partial(bytes, made.content),
            file_name=name,
            mime=made.mime,
            key=f"{place}-look",
            on_click="ignore",
            icon=":material/download:",
        )


def _copy(href: str, text: str, said: str, copies: str | None = None) -> m.Safe:
    """A link that the script copies; without the script it leads to what it names."""
    return m.tag("a", text, href=href, class_="kpi-copy", aria_label=said, data_copy=copies)


def _whole(path: str) -> str:
    """An address with the server's own in front, as the reader's browser knows it."""
    here = st.context.url or ""
    return f"{here.split('?')[0].rsplit('/', 1)[0]}/{path}" if here else path
