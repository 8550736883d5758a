"""Cell parsers: one printed text in, one typed value or a named :class:`Problem` out.

No parser raises on any text and none guesses: what is not understood comes back as a Problem,
which the normaliser turns into a finding with the cell's address.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """A text that was not understood. ``reason`` is a sentence fragment for a person."""

    reason: str
