"""Words that say how a report was read."""

from kpi_core.vocabulary.word import Word


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
