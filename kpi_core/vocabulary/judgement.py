"""Words that say how good a figure is, and what that is held against."""

from decimal import Decimal

from kpi_core.vocabulary.word import Word


class Status(Word):
    """How a figure stands against its target, as declared by the council or computed by us."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    EXCEEDED = "exceeded"

    @property
    def symbol(self) -> str:
        """A shape beside the colour, so that the colour is never the only sign."""
        return {"red": "▲", "amber": "■", "green": "●", "exceeded": "★"}[self.value]

    @property
    def rank(self) -> int:
        """0 for the worst; a better status has a higher one."""
        return list(Status).index(self)

    @property
    def met(self) -> bool:
        """Whether the target is met; exceeded is met by more than a scheme asks for."""
        return self in (Status.GREEN, Status.EXCEEDED)


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


class Agreement(Word):
    """How what the council declares stands beside what the named schemes give (R7)."""

    SAME = "same"
    DIFFERENT_STATUS = "different_status"
    DIFFERENT_DIRECTION = "different_direction"
    NOTHING_TO_COMPARE = "nothing_to_compare"


class Firmness(Word):
    """Whether a rating stands off its threshold, or something small would change its colour."""

    COULD_TIP = "could_tip"
    FIRM = "firm"
    NOT_RATED = "not_rated"


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


class DirectionBasis(Word):
    """Which earlier point a direction of travel is taken from (D1)."""

    LAST_REPORTED = "last_reported"
    PREVIOUS_PERIOD = "previous_period"
    SAME_PERIOD_LAST_YEAR = "same_period_last_year"
    PREVIOUS_ROUND = "previous_round"
    START_OF_PLAN = "start_of_plan"
    REGRESSION = "regression"

    @property
    def needs_more(self) -> bool:
        """Whether the earlier point is only known with a start or a window beside the basis."""
        return self in {DirectionBasis.START_OF_PLAN, DirectionBasis.REGRESSION}

    @property
    def phrase(self) -> str:
        return {
            "last_reported": "the last reported figure",
            "previous_period": "the period right before",
            "same_period_last_year": "the same period a year before",
            "previous_round": "the previous survey round",
            "start_of_plan": "the start of the plan",
            "regression": "the start of a line fitted to the latest periods",
        }[self.value]


class Comparison(Word):
    """How our figure stands against a comparator, polarity applied."""

    BETTER = "better"
    LEVEL = "level"
    WORSE = "worse"
    NO_COMPARISON = "no_comparison"


NOT_RATED = "not_rated"
"""Filter word and screen category for a status that is null (R4)."""


def status_symbol(word: str) -> str:
    """The shape of a status or of one that is not rated."""
    return "○" if word == NOT_RATED else Status(word).symbol


NOT_AVAILABLE = "not_available"
"""Filter word and screen category for a direction that is null."""
