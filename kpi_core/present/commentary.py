"""How commentary is checked, in finished words: all of it made from the checks' own registries."""

from kpi_core.checks import caveat_words
from kpi_core.checks.commentary import KINDS, comparators, directions, silence
from kpi_core.checks.commentary.said import LONGEST_SENTENCE


def claims() -> list[tuple[str, str]]:
    """Each kind of claim that is tested, and what it is held against."""
    return [(_capital(kind.claim), _capital(kind.against)) for kind in KINDS]


def allowances() -> tuple[str, ...]:
    """How far a figure may be from what is said before the two contradict each other."""
    return (
        "Figures are compared as rounded in the coarser of the two: 17.1% and 17% agree.",
        "What rounding alone can explain is no contradiction.",
        "A time that can be read in two ways contradicts only if both readings do.",
        *directions.allowances(),
        *comparators.allowances(),
    )


def passed_over() -> tuple[str, ...]:
    """What makes a sentence claim nothing for certain, so that it is not tested."""
    return (
        *(f"{_capital(wording)}." for wording in silence.wordings()),
        (
            "Sentences about anything that is not in the words of scorecards or of the indicator’s "
            "own name."
        ),
        "Other periods than the rated one, unless the row has their figures.",
        "Words in quotation marks, and sentences that seem to belong to another row.",
        f"Sentences of more than {LONGEST_SENTENCE:,} characters.",
    )


def caveats() -> str:
    """The caveats that are looked for in names and commentary."""
    return ", ".join(dict.fromkeys(caveat_words.labels()))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
