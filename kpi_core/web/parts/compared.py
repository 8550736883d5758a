"""Own target and comparators together: every count leads to the indicators that it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import streamlit as st

from kpi_core.present.scorecard import Scorecard
from kpi_core.present.standing import both_ways
from kpi_core.present.standing.both_ways import NOT_COMPARED, SHORT, Answer
from kpi_core.present.standing.choice import Comparing
from kpi_core.present.standing.method import rules
from kpi_core.selection import on_screen
from kpi_core.vocabulary import BothWays, Comparison
from kpi_core.web import markup as m
from kpi_core.web.frame import View

PARAMETER = "both"


@dataclass(frozen=True)
class Answers:
    """Every cell of the tables: by met or missed and comparison, by quoted, and by the group."""

    by_comparison: Mapping[tuple[str, Comparison], Answer]
    by_quoted: Mapping[str, Answer]
    by_group: Mapping[str, Answer]

    def asked(self, words: str | None) -> Answer | None:
        """The answer of these words; None for none or unknown ones."""
        every = chain(
            *(each.values() for each in (self.by_comparison, self.by_quoted, self.by_group))
        )
        return next((answer for answer in every if answer.words == words), None)


def answers(view: View, comparing: Comparing | None) -> Answers:
    """The answers about the indicators that are shown."""
    card = view.scorecard
    every = _kept(card.dataset.version, str(card.report["report"]), comparing, card)
    ids = {view.choices.ids[at] for at in view.at.tolist()}
    return Answers(
        {key: answer.among(ids) for key, answer in every.by_comparison.items()},
        {key: answer.among(ids) for key, answer in every.by_quoted.items()},
        {key: answer.among(ids) for key, answer in every.by_group.items()},
    )


@st.cache_resource(max_entries=24, show_spinner=False)
def _kept(version: str, report: str, comparing: Comparing | None, _card: Scorecard) -> Answers:
    """Those of one report for one choice, shared by all sessions and changed by none."""
    del version, report
    rows = _card.rows
    published = {} if comparing is None else both_ways.by_group(_card, rows, comparing)
    return Answers(both_ways.by_comparison(rows), both_ways.by_quoted(rows), published)


def only(view: View, answer: Answer) -> m.Safe:
    """Says that the lists below hold one answer's indicators, and leads back to all."""
    count = len(answer.indicators)
    noun = "indicator" if count == 1 else "indicators"
    said = f"Below: {count:,} {noun} with “{answer.words}”. "
    back = m.link(view.address_with(**{PARAMETER: None}), "Show all")
    return m.tag("p", said, back, ".", class_="kpi-notice")


def both_ways_tables(view: View, found: Answers) -> m.Safe:
    """Is it us, the target, or both: by what the report quotes, and by what was published."""
    columns: list[m.Column | str] = ["How it stands"]
    columns += [m.Column("Named comparator as quoted", number=True)]
    columns += [m.Column("Chosen group as published", number=True)] if found.by_group else []
    rows = [
        [
            _words(word),
            _count(view, found.by_quoted[word]),
            *([_count(view, found.by_group[word])] if found.by_group else []),
        ]
        for word in (*SHORT.values(), NOT_COMPARED)
    ]
    caption = "Own target against others"
    return m.join([m.table(caption, columns, rows, classes="kpi-counts"), _cross(view, found)])


def methods() -> m.Safe:
    """The section of the Methods screen."""
    items = m.join(m.tag("li", sentence) for sentence in rules())
    return m.join([m.tag("h2", "How benchmarks are compared"), m.tag("ul", items)])


def _words(word: str) -> m.Safe:
    known = {short: way for way, short in SHORT.items()}
    if word not in known:
        return m.text(word)
    return m.join([word, " ", m.tag("small", BothWays(known[word]).phrase)])


def _cross(view: View, found: Answers) -> m.Safe:
    """Own target met or missed by better, level and worse than the named comparator."""
    columns = [m.Column("Own target")]
    columns += [m.Column(on_screen(word), number=True) for word in Comparison]
    rows = [
        [target, *(_count(view, found.by_comparison[target, word]) for word in Comparison)]
        for target in dict.fromkeys(target for target, _ in found.by_comparison)
    ]
    return m.table("Own target against the named comparator", columns, rows, classes="kpi-counts")


def _count(view: View, answer: Answer) -> m.Safe:
    count = len(answer.indicators)
    if not count:
        return m.tag("span", "0", class_="kpi-none")
    current = "true" if view.param(PARAMETER) == answer.words else None
    href = view.address_with(**{PARAMETER: answer.words})
    return m.link(href, f"{count:,}", aria_label=f"{answer.words}: {count:,}", aria_current=current)
