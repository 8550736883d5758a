"""Commentary cut into sentences."""

import re

_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'“])|\n+")


def sentences(text: str) -> list[str]:
    """The sentences of a commentary, each exactly as written, without surrounding spaces."""
    return [part.strip() for part in _END.split(text) if part.strip()]
