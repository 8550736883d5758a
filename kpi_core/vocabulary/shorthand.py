"""The shorthand of official statistics: a letter in square brackets where a figure needs a word.

Layout after the Analysis Function's guidance on symbols; meanings after the list that public
bodies share (M2).
"""

from kpi_core.vocabulary.figures import Mark, Missing
from kpi_core.vocabulary.word import Word


class Shorthand(Word):
    """One mark. It stands where there is no figure, or beside one that is there."""

    BREAK = "b"
    CONFIDENTIAL = "c"
    ESTIMATED = "e"
    FORECAST = "f"
    LOW = "low"
    PROVISIONAL = "p"
    REVISED = "r"
    UNRELIABLE = "u"
    NONE_RECORDED = "w"
    NOT_AVAILABLE = "x"
    NOT_APPLICABLE = "z"

    @property
    def text(self) -> str:
        """As it stands in a cell: ``[x]``."""
        return f"[{self.value}]"

    @property
    def meaning(self) -> str:
        return _MEANINGS[self.value]

    @classmethod
    def of_missing(cls, missing: Missing | None) -> "Shorthand":
        """The mark of a gap. How a report prints it, empty or as a dash, is kept beside it (M3)."""
        return _OF_MISSING.get(missing, cls.NOT_AVAILABLE)

    @classmethod
    def of_mark(cls, mark: Mark) -> "Shorthand":
        return _OF_MARK[mark]


_MEANINGS = {
    "b": "Break: the figure cannot be compared with earlier ones",
    "c": "Confidential: left out, as a rule so that nobody can be recognised",
    "e": "Estimated",
    "f": "Forecast",
    "low": "Low: too small to be shown, which is not the same as zero",
    "p": "Provisional: the figure may still change",
    "r": "Revised: the publisher printed another figure before",
    "u": "Unreliable: left out because it cannot be relied on",
    "w": "None recorded: there is no entry",
    "x": "Not available: there is no figure, or it cannot be worked out",
    "z": "Not applicable: there is nothing that a figure could be about",
}

_OF_MISSING: dict[Missing | None, Shorthand] = {
    Missing.NOT_APPLICABLE: Shorthand.NOT_APPLICABLE,
    Missing.NOT_DUE: Shorthand.NOT_APPLICABLE,
    Missing.SUPPRESSED: Shorthand.CONFIDENTIAL,
    Missing.LOW: Shorthand.LOW,
    Missing.UNRELIABLE: Shorthand.UNRELIABLE,
}

_OF_MARK = {
    Mark.PROVISIONAL: Shorthand.PROVISIONAL,
    Mark.REVISED: Shorthand.REVISED,
    Mark.ESTIMATED: Shorthand.ESTIMATED,
    Mark.FORECAST: Shorthand.FORECAST,
    Mark.BREAK: Shorthand.BREAK,
}
