"""What the Methods screen says of statuses: the schemes in use, and the others that there are."""

from kpi_core.catalogue import SchemeKind, StatusScheme
from kpi_core.present.scorecard import Scorecard
from kpi_core.rules.rating import KINDS, fragile
from kpi_core.web import markup as m

ALWAYS = (
    "Gap = outturn minus target, turned so that better is positive.",
    "A limit belongs to the better colour: a figure exactly on it is not worse.",
    "Figures are compared as printed, before any rounding for the screen.",
    "A target that is a range is met from one end to the other, both included.",
    "Not rated: no figure, no target, a target in words, or nobody says which way is good.",
    "A period is rated by the target and the scheme of its own time, never by today's.",
    (
        "A count that runs through the year is held against a full-year target at quarter 4 only, "
        "and against a quarter's own target in that quarter."
    ),
)
"""What every scheme has in common."""


def statuses(card: Scorecard) -> m.Safe:
    """Every scheme that rates a row of the report, with its limits in words."""
    used = card.status_schemes
    parts = [m.tag("h2", "How a status is computed"), _list(ALWAYS)]
    for name, scheme in used.items():
        rows = "" if len(used) == 1 else f" {card.rated_by(name):,} of {len(card.rows):,} rows."
        said = f"Scheme: {name} version {scheme.version}, {KINDS[scheme.kind].name}.{rows}"
        parts += [
            m.tag("h3", said),
            m.tag("p", scheme.description) if scheme.description else m.Safe(""),
            _list(KINDS[scheme.kind].rules(scheme)),
        ]
    parts += [m.tag("h3", "When a status could tip"), _list(fragile.rules())]
    return m.join(parts)


EXAMPLES = {
    SchemeKind.RELATIVE: {"amber_within": "0.05"},
    SchemeKind.ABSOLUTE: {"amber_within": "2"},
    SchemeKind.NOT_WORSE: {"green_within": "0.1"},
}
"""Limits for the kinds that need some, so that their rules can be read before one is in use."""


def kinds() -> m.Safe:
    """Every kind of scheme that a catalogue can name, with the limits of an example."""
    parts = []
    for kind, known in KINDS.items():
        scheme = StatusScheme.model_validate({"kind": kind, **EXAMPLES.get(kind, {})})
        title = f"{known.name[:1].upper()}{known.name[1:]} ({kind.value})"
        parts += [m.tag("h3", title), _list(known.rules(scheme))]
    return m.join(parts)


def _list(sentences: tuple[str, ...]) -> m.Safe:
    return m.tag("ul", m.join(m.tag("li", sentence) for sentence in sentences))
