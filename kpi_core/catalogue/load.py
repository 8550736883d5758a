"""Reading a catalogue: any bytes end in a catalogue or in one error that names file and key."""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from kpi_core.catalogue.catalogue import Catalogue, name_key
from kpi_core.catalogue.entries import IndicatorEntry
from kpi_core.catalogue.sentences import sentences
from kpi_core.errors import CatalogueError

MOST_BYTES = 5_000_000
"""A catalogue of ten thousand indicators is smaller."""

MOST_VALUES = 100_000
"""Keys and list items. Each may be wrong, and each problem takes memory."""

MOST_PROBLEMS = 20
"""Problems that one error lists; a person corrects a few and tries again."""

DEEPEST_KEY = 16
"""Parts of a dotted key. No key of ours has more than five, and long ones take for ever to read."""

_PART = r"(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+"
_DEEP = re.compile(rf"(?<![\w-])(?:{_PART}\.[ \t]*+){{{DEEPEST_KEY}}}")


def load(path: Path | None) -> Catalogue:
    """Read a catalogue file; none at all is an empty catalogue.

    Raises:
        CatalogueError: naming the file and, where it can, the key.
    """
    if path is None:
        return Catalogue()
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise CatalogueError(f"The catalogue {path} cannot be read: {error.strerror}.") from error
    return read(content, str(path))


def read(content: bytes, name: str) -> Catalogue:
    """Read the bytes of a catalogue; ``name`` is what a person calls the file.

    Raises:
        CatalogueError: naming the file and, where it can, the key.
    """
    if len(content) > MOST_BYTES:
        raise CatalogueError(_too_large(name, MOST_BYTES, "bytes"))
    document = _document(content, name)
    if any(at >= MOST_VALUES for at, _ in enumerate(_values(document))):
        raise CatalogueError(_too_large(name, MOST_VALUES, "keys and values"))
    return _validated(document, content, name)


def _document(content: bytes, name: str) -> dict[str, Any]:
    try:
        text = content.decode("utf-8-sig")
        if _DEEP.search(text):
            raise CatalogueError(_too_deep(name))
        return tomllib.loads(text)
    except RecursionError as error:
        raise CatalogueError(_too_deep(name)) from error
    except ValueError as error:  # no TOML, no UTF-8, or a number of thousands of digits
        raise CatalogueError(f"The catalogue {name} is not valid TOML: {error}.") from error


def _values(document: object) -> Iterator[object]:
    """Every key's value and every item of a list, however deep."""
    waiting = [document]
    while waiting:
        inside = waiting.pop()
        if not isinstance(inside, dict | list):
            continue
        found = list(inside.values() if isinstance(inside, dict) else inside)
        yield from found
        waiting += found


def _too_large(name: str, most: int, what: str) -> str:
    return (
        f"The catalogue {name} has more than {most:,} {what}, which is more than any catalogue "
        "needs. Check that it is the right file."
    )


def _too_deep(name: str) -> str:
    return (
        f"The catalogue {name} holds tables or lists inside one another, far deeper than any key "
        "of a catalogue. Check that it is the right file."
    )


def _validated(document: dict[str, Any], content: bytes, name: str) -> Catalogue:
    if "content" in document:
        raise CatalogueError(f"The catalogue {name} has a key 'content', which is not allowed.")
    try:
        catalogue = Catalogue(**document, content=content)
    except ValidationError as error:
        raise _wrong(name, sentences(error, Catalogue)) from error
    problems = [*_unknown_schemes(catalogue), *_repeated(catalogue.indicators)]
    if problems:
        raise _wrong(name, iter(problems))
    return catalogue


def _wrong(name: str, problems: Iterator[str]) -> CatalogueError:
    listed = "\n  ".join(islice(problems, MOST_PROBLEMS))
    more = sum(1 for _ in problems)
    end = f"\n  and {more:,} more." if more else ""
    return CatalogueError(f"The catalogue {name} needs correcting:\n  {listed}{end}")


def _unknown_schemes(catalogue: Catalogue) -> Iterator[str]:
    """Every name of a scheme that no scheme has."""
    status, direction = catalogue.status_scheme, catalogue.direction_scheme
    for name, report in catalogue.reports.items():
        yield from _unknown(f"reports.{name}.status_scheme", report.status_scheme, status)
        for key in ("direction_scheme", "long_direction_scheme"):
            yield from _unknown(f"reports.{name}.{key}", getattr(report, key), direction)
    for name, scheme in catalogue.status_schemes.items():
        yield from _unknown(f"status_schemes.{name}.replaces", scheme.replaces, status)
        if name in _replaced(catalogue, scheme.replaces):
            yield f"status_schemes.{name}.replaces: it is replaced by itself in turn"
    for at, entry in enumerate(catalogue.indicators):
        for which, standard in enumerate(entry.standards):
            key = f"indicators.{at}.standards.{which}.scheme"
            yield from _unknown(key, standard.scheme, status)


def _replaced(catalogue: Catalogue, name: str | None) -> set[str]:
    """What a scheme replaces, and what that replaces in turn."""
    passed: set[str] = set()
    while name is not None and name not in passed:
        passed.add(name)
        scheme = catalogue.status_schemes.get(name)
        name = scheme.replaces if scheme is not None else None
    return passed


def _unknown(key: str, name: str | None, find: Callable[[str], object]) -> Iterator[str]:
    try:
        if name is not None:
            find(name)
    except CatalogueError as error:
        yield f"{key}: {error}"


def _repeated(indicators: Sequence[IndicatorEntry]) -> Iterator[str]:
    """An id or a wording that two indicators of one organisation claim."""
    seen: dict[tuple[str, str], int] = {}
    for at, entry in enumerate(indicators):
        claims = {f"id {entry.id!r}"} | {f"name {name_key(name)!r}" for name in entry.names}
        for claim in sorted(claims):
            first = seen.setdefault((entry.organisation, claim), at)
            if first != at:
                yield f"indicators.{at}: the {claim} is already that of indicators.{first}"
