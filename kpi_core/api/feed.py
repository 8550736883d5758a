"""The changes since the report before as an Atom feed (RFC 4287), for readers and mail flows.

Ids do not change when a dataset is built anew: they are made of what an entry is about. An entry is
dated by the time at which its report came into the dataset, since that is what a flow waits for.
"""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from kpi_core.api.arrival import arrived
from kpi_core.api.asked import Asked
from kpi_core.present.briefing import Briefing, Change, account
from kpi_core.present.printable import printable
from kpi_core.present.scorecard import Scorecard

MEDIA_TYPE = "application/atom+xml"

_ATOM = "http://www.w3.org/2005/Atom"
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:council-scorecard-explorer:changes")
_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""Where the place of the dataset tells no times; a feed has to have a date."""


@dataclass(frozen=True)
class _Report:
    """The report that is new, when it came, and where the screens are."""

    card: Scorecard
    updated: str
    app: str


def feed(asked: Asked, address: str, app: str) -> bytes:
    """The feed of one report.

    Args:
        asked: which report, and with which filters.
        address: of the API.
        app: address of the screens.
    """
    (card,) = asked.cards
    made = asked.source.briefing(card).shown(card, asked.filters)
    chosen = [(name, v) for name, v in asked.given if name != "version"]
    report = _Report(card, _arrival(asked, card), app)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _text(root, "id", _id(card.organisation, *(repr(pair) for pair in chosen)))
    _text(root, "title", f"{card.organisation_name}: what is new in the scorecard")
    _text(root, "subtitle", f"{account.headline(made)}. {account.basis(made)}")
    _text(root, "updated", report.updated)
    author = ET.SubElement(root, "author")
    _text(author, "name", card.organisation_name)
    query = f"?{urlencode(chosen, doseq=True)}" if chosen else ""
    _link(root, "self", f"{address}/changes.atom{query}", MEDIA_TYPE)
    _link(root, "alternate", f"{app}/changes", "text/html")
    _text(root, "generator", "Council scorecard explorer")
    root.extend(_entries(report, made))
    ET.indent(root)
    body: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return body


def _entries(report: _Report, made: Briefing) -> Iterator[ET.Element]:
    """One entry for each change; of several alike the second and later ones are numbered."""
    seen: Counter[tuple[str, ...]] = Counter()
    for change in made.changes:
        key = (str(report.card.report["report"]), str(change.kind), change.indicator)
        seen[key] += 1
        yield _entry(report, change, _id(*key, str(seen[key])))


def _entry(report: _Report, change: Change, identity: str) -> ET.Element:
    entry = ET.Element("entry")
    kind = change.kind.one if change.kind else ""
    _text(entry, "id", identity)
    _text(entry, "title", f"{kind[:1].upper()}{kind[1:]}: {change.title}")
    _text(entry, "updated", report.updated)
    if published := report.card.report["published_on"]:
        _text(entry, "published", f"{published.isoformat()}T00:00:00Z")
    ET.SubElement(entry, "category", {"term": str(change.kind), "label": kind})
    asked = {"indicator": change.indicator, "report": change.report or report.card.report["report"]}
    _link(entry, "alternate", f"{report.app}/indicator?{urlencode(asked)}", "text/html")
    _text(entry, "content", "\n".join((change.sentence, *change.notes)))
    return entry


def _id(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_OURS, chr(0).join(parts))}"


def _arrival(asked: Asked, card: Scorecard) -> str:
    """As RFC 3339 writes a time."""
    checksum = str(card.report["sha256"])
    found = arrived(asked.data.location, asked.data.version, checksum) or _NO_DATE
    return found.strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = printable(text)


def _link(parent: ET.Element, relation: str, address: str, media: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "href": address, "type": media})
