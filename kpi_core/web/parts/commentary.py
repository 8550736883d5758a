"""The section of the Methods screen on commentary and caveats."""

from kpi_core.present import commentary
from kpi_core.web import markup as m


def methods() -> m.Safe:
    """What is tested, how exactly, what is passed over, and which caveats are looked for."""
    return m.join(
        [
            m.tag("h2", "How commentary is checked"),
            m.tag(
                "p",
                "What a commentary claims of its own row is held against the row. A contradiction "
                "is a finding that quotes both sides; nothing is changed, and which side is right "
                "is for the owner to say. Where a sentence could be read otherwise, nothing is "
                "found: a contradiction that is missed does less harm than one that is none.",
            ),
            m.table(
                "Claims that are tested",
                ["Claim", "Held against"],
                commentary.claims(),
                classes="kpi-prose",
            ),
            _list(commentary.allowances()),
            m.tag("p", "Passed over, because it is not certain what they claim:"),
            _list(commentary.passed_over()),
            m.tag("p", f"Caveats looked for in names and commentary: {commentary.caveats()}."),
        ]
    )


def _list(sentences: tuple[str, ...]) -> m.Safe:
    return m.tag("ul", m.join(m.tag("li", sentence) for sentence in sentences))
