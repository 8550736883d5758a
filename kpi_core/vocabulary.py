"""The words of the domain, each said once. Members are the strings that the dataset stores.

Questions about a word are methods of its enum, so that no other file needs an if-chain. The
``word`` of a member is what a person reads on screen, in a URL and in an export.
"""

from decimal import Decimal
from enum import StrEnum


class Word(StrEnum):
    """A stored word with its form for people: ``not_available`` reads "Not available"."""

    @property
    def word(self) -> str:
        return self.value.replace("_", " ").capitalize()


class Status(Word):
    """How a figure stands against its target, as declared by the council or computed by us."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"

    @property
    def symbol(self) -> str:
        """A shape beside the colour, so that the colour is never the only sign."""
        return {"red": "▲", "amber": "■", "green": "●"}[self.value]


class Direction(Word):
    """Direction of travel as a judgement: polarity is already applied."""

    IMPROVING = "improving"
    MAINTAINED = "maintained"
    DECLINING = "declining"


class Movement(Word):
    """What the number did, before any judgement (D2)."""

    UP = "up"
    DOWN = "down"
    LEVEL = "level"

    @property
    def arrow(self) -> str:
        return {"up": "↑", "down": "↓", "level": "→"}[self.value]

    @classmethod
    def of(cls, change: Decimal | float) -> "Movement":
        if change > 0:
            return cls.UP
        return cls.DOWN if change < 0 else cls.LEVEL


class Polarity(Word):
    """Which way is good. The one place where polarity turns arithmetic into judgement (P1)."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEUTRAL = "neutral"
    TARGET_IS_BEST = "target_is_best"
    UNKNOWN = "unknown"

    @property
    def sign(self) -> int:
        """+1 or -1 to turn a difference so that positive is better; 0 where neither way is."""
        return {"higher_is_better": 1, "lower_is_better": -1}.get(self.value, 0)

    @property
    def judges(self) -> bool:
        return self.sign != 0


class PolarityBasis(Word):
    """Where the polarity came from."""

    DECLARED = "declared"
    INFERRED = "inferred"
    CATALOGUE = "catalogue"


class Unit(Word):
    """What a figure counts. Percentages are stored as printed: 17.1, not 0.171."""

    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage_point"
    RATE_PER_1000 = "rate_per_1000"
    RATE_PER_10000 = "rate_per_10000"
    RATE_PER_100000 = "rate_per_100000"
    COUNT = "count"
    GBP = "gbp"
    DAYS = "days"
    WEEKS = "weeks"
    HOURS = "hours"
    RATIO = "ratio"
    SCORE = "score"
    TEXT = "text"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """How to say the unit to a person: "per 10,000", "percentage points"."""
        return _UNIT_WORDS.get(self.value, self.value.replace("_", " "))

    @property
    def suffix(self) -> str:
        """What stands right after a figure of this unit in running text and in cells."""
        suffixes = {"percent": "%", "percentage_point": " percentage points"}
        written = {"days": " days", "weeks": " weeks", "hours": " hours"}
        return suffixes.get(self.value, written.get(self.value, ""))

    @property
    def of_difference(self) -> "Unit":
        """The unit of a difference of two figures: percent minus percent is in points (U2)."""
        return Unit.PERCENTAGE_POINT if self is Unit.PERCENT else self


_UNIT_WORDS = {
    "percent": "per cent",
    "rate_per_1000": "per 1,000",
    "rate_per_10000": "per 10,000",
    "rate_per_100000": "per 100,000",
    "count": "number",
    "gbp": "pounds",
}


class Accumulation(Word):
    """What a figure in a period column covers (Y2, Y3)."""

    SNAPSHOT = "snapshot"
    IN_PERIOD = "in_period"
    YEAR_TO_DATE = "year_to_date"
    ROLLING = "rolling"
    ANNUAL = "annual"
    UNKNOWN = "unknown"


class PeriodKind(Word):
    """How long a period is and which calendar it follows."""

    QUARTER = "quarter"
    FINANCIAL_YEAR = "financial_year"
    CALENDAR_YEAR = "calendar_year"
    ACADEMIC_YEAR = "academic_year"
    MONTH = "month"
    HALF_YEAR = "half_year"
    SPAN = "span"
    ROLLING = "rolling"
    SURVEY = "survey"
    UNKNOWN = "unknown"


class Missing(Word):
    """Why there is no figure. Never a sentinel number and never zero (M1, M4)."""

    BLANK = "blank"
    DASH = "dash"
    NOT_AVAILABLE = "not_available"
    NOT_APPLICABLE = "not_applicable"
    AWAITED = "awaited"
    SUPPRESSED = "suppressed"
    LOW = "low"
    UNRELIABLE = "unreliable"
    NOT_COLLECTED = "not_collected"
    NOT_DUE = "not_due"

    @property
    def word(self) -> str:
        """Says how the gap was printed where the report does not explain it (S6)."""
        printed = {"blank": "Left empty", "dash": "Printed as a dash"}
        return printed.get(self.value, super().word)


class Mark(Word):
    """A publisher's note on a figure that is there (M2)."""

    PROVISIONAL = "provisional"
    REVISED = "revised"
    ESTIMATED = "estimated"
    FORECAST = "forecast"
    BREAK = "break"


class DirectionBasis(Word):
    """Which earlier point a direction of travel is taken from (D1)."""

    LAST_REPORTED = "last_reported"
    SAME_PERIOD_LAST_YEAR = "same_period_last_year"
    PREVIOUS_ROUND = "previous_round"

    @property
    def phrase(self) -> str:
        return {
            "last_reported": "the last reported figure",
            "same_period_last_year": "the same period a year before",
            "previous_round": "the previous survey round",
        }[self.value]


class Comparison(Word):
    """How our figure stands against a comparator, polarity applied."""

    BETTER = "better"
    LEVEL = "level"
    WORSE = "worse"
    NO_COMPARISON = "no_comparison"


class ColumnBasis(Word):
    """Why a column was taken for what it was taken for."""

    HEADING = "heading"
    SIMILAR = "similar"
    CONTENT = "content"
    CATALOGUE = "catalogue"
    NONE = "none"

    @property
    def phrase(self) -> str:
        return {
            "heading": "by its heading",
            "similar": "by a heading that is nearly a known one",
            "content": "by what stands in its cells",
            "catalogue": "as the catalogue says",
            "none": "not recognised; its cells are kept as extra facts",
        }[self.value]


class TableShape(Word):
    """How a table is laid out over time."""

    PERIODS_ACROSS = "periods_across"
    PERIODS_DOWN = "periods_down"
    ONE_PERIOD = "one_period"

    @property
    def phrase(self) -> str:
        return {
            "periods_across": "one row per indicator, one column per period",
            "periods_down": "one row per indicator and period",
            "one_period": "one row per indicator, figures of one period",
        }[self.value]


class Severity(Word):
    """How much a finding matters: an error means that something could not be used."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


NOT_RATED = "not_rated"
"""Filter word and screen category for a status that is null (R4)."""

NOT_AVAILABLE = "not_available"
"""Filter word and screen category for a direction that is null."""
