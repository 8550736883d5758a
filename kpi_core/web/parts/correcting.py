"""Import: correcting what was understood, one thing at a time, and the list of what was changed."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from kpi_core.facts import ReportFacts
from kpi_core.imports import About, Change, Draft, Upload
from kpi_core.layout.headings import heading_key
from kpi_core.present import decisions
from kpi_core.present.records import Record, records
from kpi_core.vocabulary import Direction, Missing, Status
from kpi_core.web import drafting
from kpi_core.web import markup as m
from kpi_core.web.frame import show
from kpi_core.web.parts.telling import told

DATED = ("value", "target", "previous")
"""Roles whose columns have a period."""

NO_PERIOD = (
    "Figures without a period are of the report's own, and compared with nothing if it has none."
)

WHAT_IT_TAKES = (
    "No table was found yet. It takes a column that is read as the name of the indicator, and one "
    "that is read as figures. Choose them here, one after the other."
)

WIDE = 480
"""Pixels that a field takes where there is room."""

WHAT = ("A column", "A word", "An indicator", "The whole report")


def draw(at: int, draft: Draft, file: Upload) -> None:
    """The form of one file. Options are shown literally; labels carry no text of the file."""
    made = draft.report(file)
    facts = made.report if made is not None else None
    if facts is None and not draft.headings(file):
        return
    label = f"Correct what was understood of file {at}"
    with st.expander(label, key=f"kpi-fix-{at}", expanded=facts is None):
        if facts is None:
            show(m.tag("p", WHAT_IT_TAKES))
        key = f"kpi-fix-{file.report}"
        offered = WHAT if facts is not None else (WHAT[0], WHAT[3])
        what = st.segmented_control(
            "What to correct", offered, key=f"{key}-what", default=offered[0], required=True
        )
        if what == WHAT[0]:
            _column(key, file.report, _columns(draft, file))
        elif what == WHAT[3]:
            _report(key, file, facts)
        elif facts is not None and what == WHAT[1]:
            _word(key, facts)
        elif facts is not None:
            _indicator(key, facts)
        told(file.report)


def _column(key: str, report: str, columns: list[Record]) -> None:
    if not columns:
        show(m.tag("p", "No heading was found in this file.", class_="kpi-small"))
        return
    at = st.selectbox(
        "Column",
        range(len(columns)),
        key=f"{key}-column",
        index=next((at for at, row in enumerate(columns) if row["role"] == "unknown"), 0),
        width=WIDE,
        format_func=lambda at: f"{columns[at]['heading'] or 'No heading'} ({columns[at]['cell']})",
    )
    chosen = columns[at]
    mine = f"{key}-{at}-{drafting.work().edition}"
    role = _choice("Read as", decisions.ROLE_WORDS, chosen["role"], f"{mine}-role")
    period = chosen["period"]
    if role in DATED:
        period = st.text_input(
            "Period of its figures, such as 2019/20 Q4",
            value=period,
            key=f"{mine}-period",
            max_chars=60,
            width=WIDE,
        )
    if role == "value" and not period:
        show(m.tag("p", NO_PERIOD, class_="kpi-small"))
    _shared(sum(heading_key(row["heading"]) == heading_key(chosen["heading"]) for row in columns))
    new = Change(report, About.COLUMN, chosen["heading"], "role", role or "", period or None)
    st.button("Change this column", key=f"{key}-do", on_click=partial(drafting.change, report, new))


def _shared(number: int) -> None:
    """A correction is by heading: it changes every column that has the same."""
    if number > 1:
        said = f"{number:,} columns have this heading. The change is made in all of them."
        show(m.tag("p", said, class_="kpi-small"))


def _columns(draft: Draft, file: Upload) -> list[Record]:
    """The columns as they were read, else headings to choose from."""
    made = draft.report(file)
    if made is not None:
        return [row for t in made.report.tables for row in records(decisions.columns_read(t))]
    return [
        {"heading": cell.text, "role": "unknown", "period": "", "cell": cell.address}
        for cell in draft.headings(file)
    ]


def _word(key: str, facts: ReportFacts) -> None:
    words = records(decisions.words_read(facts))
    if not words:
        show(m.tag("p", "This report declares no status and no direction.", class_="kpi-small"))
        return
    at = st.selectbox(
        "Word as printed",
        range(len(words)),
        key=f"{key}-word",
        width=WIDE,
        format_func=lambda at: (
            f"{decisions.printed_word(words[at]['word'])} ({words[at]['kind'].lower()})"
        ),
    )
    chosen = words[at]
    status = chosen["kind"] == "Status"
    options = {str(word): word.word for word in (*(Status if status else Direction), *Missing)}
    current = next((k for k, word in options.items() if word == chosen["read_as"]), "")
    mine = f"{key}-word-{at}-{drafting.work().edition}"
    read_as = _choice("Read as", options, current, mine)
    about = About.STATUS_WORD if status else About.DIRECTION_WORD
    new = Change(facts.report, about, chosen["word"], "read_as", read_as or "")
    st.button(
        "Change this word", key=f"{key}-do", on_click=partial(drafting.change, facts.report, new)
    )


def _indicator(key: str, facts: ReportFacts) -> None:
    rows = records(decisions.indicators_read(facts.indicators))
    at = st.selectbox(
        "Indicator",
        range(len(rows)),
        key=f"{key}-indicator",
        width=WIDE,
        format_func=lambda at: str(rows[at]["title"]),
    )
    row = rows[at]
    mine = f"{key}-{at}-{drafting.work().edition}"
    title = st.text_input(
        "Short title", value=row["title"], key=f"{mine}-title", max_chars=200, width=WIDE
    )
    given = {"title": title}
    for field, (label, options) in decisions.INDICATOR_CHOICES.items():
        given[field] = _choice(label, options, str(row[field]), f"{mine}-{field}") or ""
    new = [
        Change(facts.report, About.INDICATOR, row["name"], field, value)
        for field, value in given.items()
        if value and value != row[field]
    ]
    st.button(
        "Change this indicator",
        key=f"{key}-do",
        on_click=partial(drafting.change, facts.report, *new),
    )


def _choice(label: str, options: Mapping[str, str], current: str, key: str) -> str | None:
    """One of some stored words, chosen by its form on screen."""
    return st.selectbox(
        label,
        list(options),
        key=key,
        index=list(options).index(current) if current in options else None,
        format_func=lambda word: options[word],
        placeholder="Choose",
        width=WIDE,
    )


def _report(key: str, file: Upload, facts: ReportFacts | None) -> None:
    now = {
        "organisation": facts.organisation_name if facts else "",
        "title": facts.title if facts else "",
        "period": facts.period.label if facts and facts.period.end else "",
    }
    labels = {
        "organisation": "Organisation",
        "title": "Title of the report",
        "period": "Rated period, such as 2019/20 Q4",
    }
    mine = f"{key}-{drafting.work().edition}"
    given = {
        field: st.text_input(
            label, value=now[field], key=f"{mine}-{field}", max_chars=200, width=WIDE
        )
        for field, label in labels.items()
    }
    new = [
        Change(file.report, About.REPORT, "", field, value)
        for field, value in given.items()
        if value and value.strip() != now[field]
    ]
    st.button(
        "Change the report", key=f"{key}-do", on_click=partial(drafting.change, file.report, *new)
    )


def changes() -> None:
    """What was changed so far, each with a button that takes it back."""
    made = drafting.work().changes
    told(drafting.CHANGES)
    if not made:
        return
    show(m.tag("h3", "Your corrections"))
    for at, change in enumerate(made, start=1):
        with st.container(
            horizontal=True,
            gap="small",
            vertical_alignment="center",
            key=f"kpi-change-{at}",
            width=720,
        ):
            with st.container(width="stretch"):
                show(m.tag("p", f"{at}. {decisions.change_sentence(change)}", class_="kpi-file"))
            st.button(
                f"Take back correction {at}",
                key=f"kpi-back-{at}",
                on_click=partial(drafting.take_back, change),
            )
