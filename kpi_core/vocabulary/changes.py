"""What can be new between two reports of one organisation, in the order of a briefing."""

from kpi_core.vocabulary.judgement import Direction, Status
from kpi_core.vocabulary.word import Word


class ChangeKind(Word):
    """One kind of change: ``one`` and ``many`` name it, ``meaning`` says what it is."""

    NEW_RED = "new_red"
    WORSE = "worse"
    RECOVERY = "recovery"
    BETTER = "better"
    TURNED_DOWN = "turned_down"
    TURNED_UP = "turned_up"
    NEWLY_MISSING = "newly_missing"
    NOW_GIVEN = "now_given"
    RESTATED = "restated"
    TARGET_MOVED = "target_moved"
    OTHER_POLARITY = "other_polarity"
    OTHER_UNIT = "other_unit"
    NEW = "new"
    RETURNED = "returned"
    RETIRED = "retired"
    RENAMED = "renamed"
    RENAMED_IN_DOUBT = "renamed_in_doubt"

    @property
    def one(self) -> str:
        return _SAID[self.value][0]

    @property
    def many(self) -> str:
        return _SAID[self.value][1]

    @property
    def meaning(self) -> str:
        return _SAID[self.value][2]

    @property
    def of_status(self) -> bool:
        """Whether it is a change of colour."""
        return self in (self.NEW_RED, self.WORSE, self.RECOVERY, self.BETTER)

    @property
    def between_reports(self) -> bool:
        """Whether it takes a second report to see it."""
        return not self.of_status and self is not self.NEWLY_MISSING

    @classmethod
    def between_statuses(cls, then: Status, now: Status) -> "ChangeKind | None":
        """The change from one colour to another; none where it stays."""
        if then is now:
            return None
        if now is Status.RED:
            return cls.NEW_RED
        ranks = list(Status)
        if ranks.index(now) < ranks.index(then):
            return cls.WORSE
        return cls.RECOVERY if then in (Status.RED, Status.AMBER) else cls.BETTER

    @classmethod
    def between_directions(cls, then: Direction, now: Direction) -> "ChangeKind | None":
        """A turn from one way to the other; to or from maintained is none."""
        turns = {
            (Direction.IMPROVING, Direction.DECLINING): cls.TURNED_DOWN,
            (Direction.DECLINING, Direction.IMPROVING): cls.TURNED_UP,
        }
        return turns.get((then, now))


_SAID: dict[str, tuple[str, str, str]] = {
    "new_red": ("new red", "new reds", "Red now, and not red before."),
    "worse": (
        "worse but not red",
        "worse but not red",
        "A worse colour than before that is not red, such as amber after green.",
    ),
    "recovery": ("recovery", "recoveries", "A better colour after red or amber."),
    "better": ("better still", "better still", "A better colour after one that was good already."),
    "turned_down": (
        "reversal to declining",
        "reversals to declining",
        "Improving before, and declining now.",
    ),
    "turned_up": (
        "reversal to improving",
        "reversals to improving",
        "Declining before, and improving now.",
    ),
    "newly_missing": (
        "newly missing figure",
        "newly missing figures",
        "There was a figure, and now there is none, though one may be expected.",
    ),
    "now_given": (
        "figure now given",
        "figures now given",
        "There was no figure, and now there is one.",
    ),
    "restated": (
        "restated figure",
        "restated figures",
        "A figure of one and the same period that the later report prints otherwise.",
    ),
    "target_moved": (
        "moved target",
        "moved targets",
        "A target of one and the same year or period that is another one now.",
    ),
    "other_polarity": (
        "change of which way is good",
        "changes of which way is good",
        "A higher figure was good and now a lower one is, or the other way round.",
    ),
    "other_unit": ("other unit", "other units", "The figures are in another unit than before."),
    "new": ("new indicator", "new indicators", "In this report, and in none before."),
    "returned": (
        "indicator back again",
        "indicators back again",
        "In this report and in an earlier one, but not in the one before.",
    ),
    "retired": (
        "retired indicator",
        "retired indicators",
        "In the report before, and not in this one.",
    ),
    "renamed": (
        "renamed indicator",
        "renamed indicators",
        "The same indicator with another wording, known by the catalogue or its reference.",
    ),
    "renamed_in_doubt": (
        "renamed indicator to be confirmed",
        "renamed indicators to be confirmed",
        "Taken for the same indicator because the wordings are close.",
    ),
}
