"""What can differ between two versions of the dataset in one and the same report."""

from kpi_core.vocabulary.word import Word


class RevisionKind(Word):
    """One kind of difference, in the order that it is told: ``one`` and ``many`` name it."""

    STATUS = "status"
    DIRECTION = "direction"
    FIGURE = "figure"
    TARGET = "target"
    COMMENTARY = "commentary"
    ADDED = "added"
    REMOVED = "removed"
    FOUND = "found"
    RESOLVED = "resolved"

    @property
    def one(self) -> str:
        return _SAID[self.value][0]

    @property
    def many(self) -> str:
        return _SAID[self.value][1]


_SAID: dict[str, tuple[str, str]] = {
    "status": ("other status", "other statuses"),
    "direction": ("other direction of travel", "other directions of travel"),
    "figure": ("restated figure", "restated figures"),
    "target": ("other target", "other targets"),
    "commentary": ("other commentary", "other commentaries"),
    "added": ("indicator that was not there", "indicators that were not there"),
    "removed": ("indicator that is gone", "indicators that are gone"),
    "found": ("new finding", "new findings"),
    "resolved": ("resolved finding", "resolved findings"),
}
