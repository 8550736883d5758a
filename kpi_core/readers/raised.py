"""Digits that a file prints raised, as the numbers of footnotes are.

As plain text a raised 1 behind a 12 would read 121.
"""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """The text with its digits as the raised digits that they look like."""
    return text.translate(_RAISED)
