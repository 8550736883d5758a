"""A whole catalogue as TOML: what is read back is the same, comments apart."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kpi_core.catalogue import toml
from kpi_core.catalogue.catalogue import Catalogue


def write(catalogue: Catalogue) -> str:
    """Every entry with what it says beyond the defaults; an empty catalogue is an empty text."""
    document = catalogue.model_dump(exclude={"content"}, exclude_defaults=True)
    indicators = document.pop("indicators", ())
    parts = [
        _table(f"[{section}.{toml.key(name)}]", entry)
        for section, entries in document.items()
        for name, entry in entries.items()
    ]
    parts += [_table("[[indicators]]", entry) for entry in indicators]
    return "\n\n".join("\n".join(part) for part in parts) + ("\n" if parts else "")


def _table(head: str, entry: Mapping[str, Any]) -> Iterator[str]:
    yield head
    for key, value in entry.items():
        if value is not None:
            yield f"{toml.key(key)} = {_value(value)}"


def _value(value: object) -> str:
    match value:
        case str():
            return toml.string(str(value))
        case bool():
            return str(value).lower()
        case int() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case Mapping():
            given = {key: part for key, part in value.items() if part is not None}
            return _braces(f"{toml.key(key)} = {_value(part)}" for key, part in given.items())
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
    raise TypeError(f"a catalogue holds no {type(value).__name__}")


def _braces(parts: Iterator[str]) -> str:
    text = ", ".join(parts)
    return f"{{ {text} }}" if text else "{}"
