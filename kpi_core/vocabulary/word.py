"""What all words of the domain have in common."""

from enum import StrEnum


class Word(StrEnum):
    """A stored word with its form for people: ``not_available`` reads "Not available"."""

    @property
    def word(self) -> str:
        return self.value.replace("_", " ").capitalize()
