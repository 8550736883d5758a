"""The changes since the report before as an Atom feed (RFC 4287), for readers and mail flows.

Ids do not change when a dataset is built anew: they are made of what an entry is about. Nothing is
dated by the clock: an entry is dated by the report that is new.
"""

import uuid
from collections import Counter
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

from kpi_core.api.asked import Asked
from kpi_core.present.briefing import Briefing, Change, account
from kpi_core.present.printable import printable
from kpi_core.present.scorecard import Scorecard

MEDIA_TYPE = "application/atom+xml"

_ATOM = "http://www.w3.org/2005/Atom"
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:council-scorecard-explorer:changes")
_NO_DATE = date(1970, 1, 1)
"""For a report whose period and publication date are both unknown; a feed has to have a date."""


def feed(asked: Asked, address: str, app: str) -> bytes:
    """The feed of one report.

    Args:
        asked: which report, and with which filters.
        address: of the API.
        app: address of the screens.
    """
    (card,) = asked.cards
    made = asked.source.briefing(card).shown(card, asked.filters)
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en-GB"})
    _text(root, "id", _id(card.organisation))
    _text(root, "title", f"{card.organisation_name}: what is new in the scorecard")
    _text(root, "subtitle", f"{account.headline(made)}. {account.basis(made)}")
    _text(root, "updated", _moment(card))
    author = ET.SubElement(root, "author")
    _text(author, "name", card.organisation_name)
    _link(root, "self", f"{address}/changes.atom", MEDIA_TYPE)
    _link(root, "alternate", f"{app}/changes", "text/html")
    _text(root, "generator", "Council scorecard explorer")
    for entry in _entries(card, made, app):
        root.append(entry)
    ET.indent(root)
    body: bytes = ET.tostring(root, "utf-8", xml_declaration=True)
    return body


def _entries(card: Scorecard, made: Briefing, app: str) -> Iterator[ET.Element]:
    """One entry for each change; of several alike the second and later ones are numbered."""
    seen: Counter[tuple[str, ...]] = Counter()
    for change in made.changes:
        key = (str(card.report["report"]), str(change.kind), change.indicator)
        seen[key] += 1
        yield _entry(card, change, _id(*key, str(seen[key])), app)


def _entry(card: Scorecard, change: Change, identity: str, app: str) -> ET.Element:
    entry = ET.Element("entry")
    kind = change.kind.one if change.kind else ""
    _text(entry, "id", identity)
    _text(entry, "title", f"{kind[:1].upper()}{kind[1:]}: {change.title}")
    _text(entry, "updated", _moment(card))
    ET.SubElement(entry, "category", {"term": str(change.kind), "label": kind})
    asked = {"indicator": change.indicator, "report": change.report or card.report["report"]}
    _link(entry, "alternate", f"{app}/indicator?{urlencode(asked)}", "text/html")
    _text(entry, "content", "\n".join((change.sentence, *change.notes)))
    return entry


def _id(*parts: str) -> str:
    return f"urn:uuid:{uuid.uuid5(_OURS, chr(0).join(parts))}"


def _moment(card: Scorecard) -> str:
    """When the report was published, else the last day of its period."""
    day = card.report["published_on"] or card.report["period_end"] or _NO_DATE
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = printable(text)


def _link(parent: ET.Element, relation: str, address: str, media: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "href": address, "type": media})
