"""What the Methods screen says: rules in words and formulas, symbols, data, accessibility."""

from kpi_core.api import Access, from_environment
from kpi_core.catalogue import DirectionScheme
from kpi_core.present import reading
from kpi_core.present.glossary import TERMS
from kpi_core.present.scorecard import Scorecard
from kpi_core.present.sources import COMPARATORS
from kpi_core.present.sources import sources as sources_of
from kpi_core.rules import standing
from kpi_core.rules.direction import rules_of
from kpi_core.schema import TABLES
from kpi_core.selection import STATUS_ORDER
from kpi_core.vocabulary import Movement
from kpi_core.web import markup as m

KNOWN_LIMITS = (
    (
        "The grid view draws its cells on a canvas; the table view holds the same rows as a real "
        "table and is the one shown first."
    ),
    (
        "A machine cannot check the contrast of words inside charts; their colours are tested by "
        "calculation, and each chart has a table beside it."
    ),
    (
        "It has been tested with Chromium and by keyboard, and not yet with Firefox, Safari or a "
        "person who uses a screen reader."
    ),
)


def rules(card: Scorecard) -> m.Safe:
    """How directions of travel and comparisons are made, with their formulas."""
    names = str(card.report["scheme"]).split("; ")
    direction = DirectionScheme.model_validate(card.schemes["direction"])
    return m.join(
        [
            m.tag("h2", "How a direction of travel is computed"),
            m.tag("p", f"Scheme: {names[1]}. {direction.description}"),
            _list(*rules_of(direction)),
            _longer_term(card),
            m.tag("h2", "How comparators are used"),
            m.tag("p", COMPARATORS),
            m.tag("h3", "Places among all councils"),
            _list(*standing.rules()),
            m.tag("p", "Where this departs from the published methods:"),
            _list(*standing.deviations()),
        ]
    )


def _longer_term(card: Scorecard) -> m.Safe:
    """Nothing for a dataset of before the longer term was reckoned."""
    if "long_direction" not in card.schemes:
        return m.Safe("")
    scheme, short = (
        DirectionScheme.model_validate(card.schemes[kind])
        for kind in ("long_direction", "direction")
    )
    above = set(rules_of(short))
    own = [rule for rule in rules_of(scheme) if rule not in above]
    return m.join(
        [
            m.tag("h3", "Over the longer term"),
            m.tag("p", f"Scheme: {card.report['long_scheme']}. {scheme.description}"),
            _list(*own, "Everything else is as above." if own else "All of it is as above."),
        ]
    )


def symbols() -> m.Safe:
    """Every sign that stands for a status or a movement."""
    declared = [m.status_label(status) for status in STATUS_ORDER]
    computed = [m.status_label(status, declared=False) for status in STATUS_ORDER]
    arrows = [f"{movement.arrow} {movement.word.lower()}" for movement in Movement]
    rows = [
        ["Declared by the council", m.join(declared, " ")],
        ["Computed by us", m.join(computed, " ")],
        ["What the number did", ", ".join(arrows)],
    ]
    table = m.table("Signs and what they stand for", ["What", "Signs"], rows)
    return m.join([m.tag("h2", "Symbols"), table])


def glossary() -> m.Safe:
    """Terms with a sentence each."""
    items = m.join(m.join([m.tag("dt", term), m.tag("dd", text)]) for term, text in TERMS)
    return m.join(
        [m.tag("h2", "Words", id="words"), m.tag("dl", items, class_="kpi-facts kpi-glossary")]
    )


def how_read() -> m.Safe:
    """What is read, what is inferred, and what is too much."""
    return m.join(
        [
            m.tag("h2", "How reports are read", id="reading"),
            _paragraphs(reading.formats(), reading.apart(), reading.shapes(), reading.ways()),
            m.tag("p", "Inferred where the report leaves it open, each with a note beside it:"),
            _list(*reading.INFERRED),
            m.tag(
                "p",
                "Nothing else is filled in: a word or a number that is not understood is a "
                "finding with its cell, and every cell that is not empty is kept.",
            ),
            m.table(
                "Most that is read; a file with more is refused, never read in part",
                ["What", m.Column("At most", number=True)],
                reading.most(),
            ),
        ]
    )


def headings() -> m.Safe:
    """Which heading means what."""
    caption = "Headings by what their column is read as, in any case and spacing"
    return m.table(caption, ["Read as", "Headings"], reading.roles(), classes="kpi-prose")


def sources(card: Scorecard) -> m.Safe:
    """Where the figures come from, and what is not known about that."""
    facts = sources_of(card)
    items = m.join(m.join([m.tag("dt", k), m.tag("dd", v)]) for k, v in facts.items())
    return m.join([m.tag("h2", "Sources"), m.tag("dl", items, class_="kpi-facts")])


def columns(table_name: str) -> m.Safe:
    """The columns of one table of the dataset."""
    table = next(t for t in TABLES if t.name == table_name)
    rows = [
        [
            m.tag("code", column.name),
            str(column.type),
            "yes" if column.nullable else "no",
            column.meaning,
            column.unit or "",
        ]
        for column in table.columns
    ]
    caption = f"{table.name}: one row per {table.row}"
    heads = ["Column", "Type", "May be empty", "Meaning", "Unit"]
    return m.table(caption, heads, rows, classes="kpi-wide")


def data_api() -> m.Safe:
    """Where other programs get the same figures; nothing where the host has switched it off."""
    if from_environment().access is Access.OFF:
        return m.Safe("")
    page = m.tag("a", "the data API", href="api/v1/")
    said = "Excel, Power BI and other programs can fetch the figures from an address: see "
    return m.tag("p", said, page, ".")


def accessibility() -> m.Safe:
    """What was tested, and what is known not to meet WCAG 2.2 AA."""
    return m.join(
        [
            m.tag("h2", "Accessibility statement"),
            m.tag(
                "p",
                "We want everyone to be able to use this explorer, and aim at level AA of the Web "
                "Content Accessibility Guidelines 2.2. No status is told by colour alone, every "
                "chart has a sentence that states its finding and a table beside it, and "
                "everything can be done by keyboard.",
            ),
            m.tag(
                "p",
                "An automated checker (axe-core) found no violation of levels A and AA on any "
                "screen, in light and dark, at 320, 768 and 1,440 pixels. Known limits:",
            ),
            _list(*KNOWN_LIMITS),
        ]
    )


def _paragraphs(*sentences: str) -> m.Safe:
    return m.join(m.tag("p", sentence) for sentence in sentences)


def _list(*sentences: str) -> m.Safe:
    return m.tag("ul", m.join(m.tag("li", sentence) for sentence in sentences))
