"""The JSON beside a file of figures: label, decimals, caveats and source of its indicators."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from kpi_core.cells.dates import parse_date
from kpi_core.cells.text import squeeze
from kpi_core.national.release import SourceFile

_KEY = "ess-beta-metadata"
_SHARED = "shared"
_MOST_PLACES = 10


@dataclass(frozen=True)
class About:
    """What is said of one indicator; what is not said is None."""

    label: str
    subtitle: str | None = None
    description: str | None = None
    caveats: tuple[str, ...] = ()
    decimals: int | None = None
    prefix: str | None = None
    suffix: str | None = None
    beside: str | None = None
    owner: str | None = None
    link: str | None = None
    updated_on: date | None = None


@dataclass(frozen=True)
class Known:
    """All that the JSON files say, by the indicator's name or label and by the file's name."""

    by_label: Mapping[str, About]
    by_stem: Mapping[str, About]
    read: tuple[SourceFile, ...]
    damaged: tuple[tuple[str, str], ...]

    def of(self, indicator: str, file: str) -> About | None:
        """By the indicator's own name, else what stands beside the file for its one indicator."""
        found = self.by_label.get(squeeze(indicator).casefold())
        return found or self.by_stem.get(PurePath(file).stem)


def known(files: Sequence[SourceFile]) -> Known:
    """Read the JSON files among the files; a damaged one is named with the reason."""
    by_label: dict[str, About] = {}
    by_stem: dict[str, About] = {}
    read, damaged = [], []
    for file in files:
        if not file.name.casefold().endswith(".json"):
            continue
        try:
            content = json.loads(file.content.decode("utf-8-sig"))
        except (UnicodeDecodeError, ValueError, RecursionError) as error:
            damaged.append((file.name, squeeze(str(error))))
            continue
        if not isinstance(content, dict) or not isinstance(content.get(_KEY), dict):
            continue
        entries = dict(_entries(content[_KEY]))
        by_label |= {name.casefold(): about for name, about in entries.items()}
        if len(set(entries.values())) == 1:
            by_stem[PurePath(file.name).stem] = next(iter(entries.values()))
        read.append(file)
    return Known(by_label, by_stem, tuple(read), tuple(damaged))


def _entries(content: Mapping[str, Any]) -> Iterator[tuple[str, About]]:
    """One indicator, or several that share what stands under ``shared``, by name and by label."""
    if not isinstance(content.get(_SHARED), dict):
        alone = _about(content)
        yield alone.label, alone
        return
    for name, own in content.items():
        if name != _SHARED and isinstance(own, dict):
            about = _about({"label": name, **content[_SHARED], **own})
            yield from ((name, about), (about.label, about))


def _about(content: Mapping[str, Any]) -> About:
    def text(key: str) -> str | None:
        value = content.get(key)
        return squeeze(value) or None if isinstance(value, str) else None

    places = content.get("decimalPlaces")
    known_places = type(places) is int and 0 <= places <= _MOST_PLACES
    caveats = content.get("caveats")
    parts = caveats.split("\n") if isinstance(caveats, str) else []
    return About(
        label=text("label") or "",
        subtitle=text("subtitle"),
        description=text("longDescription"),
        caveats=tuple(filter(None, map(squeeze, parts))),
        decimals=places if known_places else None,
        prefix=text("prefix"),
        suffix=text("suffix"),
        beside=text("subText"),
        owner=(text("sourceOrg") or "").replace("|", "; ") or None,
        link=_link(text("sourceURL")),
        updated_on=_newest(text("sourceDate")),
    )


def _link(text: str | None) -> str | None:
    first = (text or "").partition("|")[0]
    return first if first.startswith(("https://", "http://")) else None


def _newest(text: str | None) -> date | None:
    """Several sources have several days, written with the day first as everywhere in Britain."""
    found = (_day(part) for part in (text or "").split("|"))
    return max((day for day in found if day is not None), default=None)


def _day(text: str) -> date | None:
    parts = text.strip().split("/")
    if len(parts) == 3 and all(part.isascii() and part.isdigit() for part in parts):
        text = "-".join(reversed(parts))
    day = parse_date(text)
    return day if isinstance(day, date) else None
