"""What travels with every picture and table that leaves the app."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Caption:
    """Where a picture or table comes from, in words for a board paper.

    ``filters`` is a sentence such as "Status: Red" or "None"; ``period`` names the period and its
    end date; ``version`` is the dataset version, so that the same figures can be found again.
    ``source`` names the licence too; alone it is for formats that have a place for it.
    """

    title: str
    finding: str
    organisation: str
    source: str
    period: str
    filters: str
    version: str
    note: str = ""
    licence: str = ""
    contact: str = ""

    def facts(self) -> dict[str, str]:
        """The caption as labelled lines, the same in every format; empty ones are left out."""
        labelled = {
            "Title": self.title,
            "Finding": self.finding,
            "Organisation": self.organisation,
            "Source": self.source,
            "Period": self.period,
            "Filters": self.filters,
            "Dataset version": self.version,
            "Note": self.note,
        }
        return {label: text for label, text in labelled.items() if text}
