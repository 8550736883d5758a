"""Where the figures come from, and what is not known about that."""

from kpi_core.present.scorecard import Scorecard

COMPARATORS = (
    "Better, level and worse compare the outturn with the comparator that the report names. Equal "
    "figures are level. A quoted benchmark says nothing of its year, so no rank or average is made "
    "of it."
)
"""How a comparator is used."""


def sources(card: Scorecard) -> dict[str, str]:
    """Facts about the report by label."""
    report = card.report
    releases = card.dataset.tables["releases"].to_pylist()
    national = "; ".join(f"{r['title']} ({r['publisher_name']}, {r['licence']})" for r in releases)
    facts = {
        "Report": str(report["title"]),
        "Publisher": f"{card.organisation_name} ({report['organisation_basis'] or 'catalogue'})",
        "Period": card.dated,
        "Licence": str(report["licence"]),
        "File": str(report["source_name"]),
        "Checksum (SHA-256)": str(report["sha256"]),
        "Dataset version": card.dataset.version,
        "Themes": "Ours, to group the list; the council's own plan number is kept beside them.",
        "Kind of data": "Management information of the council, not official statistics.",
    }
    return facts | ({"National figures": national} if national else {})
