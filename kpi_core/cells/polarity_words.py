"""What a polarity column says of which way is good (P1)."""

from kpi_core.cells import Problem
from kpi_core.cells.declared import key_of
from kpi_core.cells.missing import missing_from
from kpi_core.cells.text import quote
from kpi_core.vocabulary import Polarity

_PREFIXES = ("good is", "good to be", "polarity", "desired direction", "aim to", "aim", "to")
_SUFFIXES = (  # the longest first: "lower = better" ends in two of them
    *(" numbers are better", " values are better", " is an improvement", " is better", " is good"),
    *(" is best", " = better", " = good", " the better", " better", " good"),
)
_WORDS: dict[str, Polarity] = {
    **dict.fromkeys(
        (
            *("high", "higher", "bigger", "more", "larger", "greater", "up", "upward", "upwards"),
            *("increase", "increasing", "increases", "maximise", "maximize", "h", "↑", "▲", "⬆"),
            *("higher the", "bigger the", "raise", "rising", "an increase"),
        ),
        Polarity.HIGHER_IS_BETTER,
    ),
    **dict.fromkeys(
        (
            *("low", "lower", "smaller", "less", "fewer", "down", "downward", "downwards"),
            *("decrease", "decreasing", "decreases", "reduce", "reducing", "minimise", "minimize"),
            *("l", "↓", "▼", "⬇", "lower the", "smaller the", "falling", "a decrease"),
        ),
        Polarity.LOWER_IS_BETTER,
    ),
    **dict.fromkeys(
        (
            *("representative", "neutral", "neither", "none", "contextual", "no polarity"),
            *("not applicable", "for information", "for information only"),
        ),
        Polarity.NEUTRAL,
    ),
    **dict.fromkeys(
        (
            *("on target", "target", "plan", "in range", "within range", "in the middle", "middle"),
            *("closer to target", "close to target", "nearer to target", "range"),
            *("best in the middle", "best-in-the-middle", "goldilocks"),
        ),
        Polarity.TARGET_IS_BEST,
    ),
}
LONGEST_POLARITY = 60


def parse_polarity(text: str) -> Polarity | Problem:
    """Which way is good, as a column such as "Good is" or "Polarity" says it.

    A blank, a dash or ``n/a`` states none and is UNKNOWN. ``Representative``, as surveys have it,
    is NEUTRAL: neither way is better.
    """
    if len(text) > LONGEST_POLARITY:
        return Problem(f"{quote(text)} is too long for a polarity")
    key = key_of(text).strip(" .")
    word = _stripped(key)
    if word in _WORDS:
        return _WORDS[word]
    if missing_from(text):
        return Polarity.UNKNOWN
    return Problem(f"{quote(text)} does not say which way is better")


def _stripped(key: str) -> str:
    """The word itself, without the phrase that it stands in; the word alone is left whole."""
    if key in _WORDS:
        return key
    for prefix in _PREFIXES:
        if key.startswith((f"{prefix} ", f"{prefix}: ")):
            return _stripped(key[len(prefix) :].strip(" :=-"))
    ending = next((suffix for suffix in _SUFFIXES if key.endswith(suffix)), "")
    return key.removesuffix(ending).removeprefix("the ").strip()
