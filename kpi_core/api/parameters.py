"""Parameters of an address: each says what it takes, reads it, and describes itself.

What is not described cannot be read: the document of the API is made of the same objects.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import QueryParams

from kpi_core.api.problems import Problem, not_allowed, unknown_parameter
from kpi_core.dataset import Dataset

LONGEST_TEXT = 200
"""Letters of a text to search for."""

MOST_DESCRIBED = 2_000
"""Values of a dataset that the document of the API lists for a parameter: all councils and the
measures of several national releases are fewer."""

_CONTROL = "\x00-\x1f\x7f-\x9f"


@dataclass(frozen=True)
class Parameter:
    """A parameter of the query: ``several`` may be given more than once, meaning any of them.

    ``narrows`` is the column of the answer that holds its values, where there is one.
    """

    name: str
    meaning: str
    several: bool = False
    required: bool = False
    narrows: str = ""

    def one(self, text: str, data: Dataset) -> Any:
        """The value that a text stands for; a ``Problem`` if it stands for none."""
        raise NotImplementedError

    def schema(self, data: Dataset) -> dict[str, Any]:
        """What one text may be, as JSON Schema."""
        raise NotImplementedError

    def read(self, given: Sequence[str], data: Dataset) -> Any:
        """A tuple of values if ``several``, else one value or None."""
        if self.required and not given:
            raise Problem(400, f"{self.name} is needed here: {self.meaning}", parameter=self.name)
        if self.several:
            return tuple(dict.fromkeys(self.one(text, data) for text in given))
        if len(given) > 1:
            said = f"{self.name} is given {len(given):,} times; it can be given once."
            raise Problem(400, said, parameter=self.name)
        return self.one(given[0], data) if given else None

    def offered(self, data: Dataset) -> bool:
        """Whether there is a value that it can have."""
        del data
        return True

    def described(self, data: Dataset) -> dict[str, Any]:
        """The parameter as an OpenAPI document has it."""
        schema = self.schema(data)
        if self.several:
            schema = {"type": "array", "items": schema}
        return {
            "name": self.name,
            "in": "query",
            "required": self.required,
            "description": self.meaning,
            "schema": schema,
        }


@dataclass(frozen=True)
class Words(Parameter):
    """One of some words, in any case, with spaces or underscores.

    ``find`` gives the words that the screens show or, of a column, those that it holds.
    """

    find: Callable[[Dataset], Sequence[str]] = lambda _: ()

    def one(self, text: str, data: Dataset) -> str:
        known = self.find(data)
        if text in known:
            return text
        folded = {_folded(word): word for word in reversed(known)}
        if _folded(text) not in folded:
            raise not_allowed(self.name, text, known)
        return folded[_folded(text)]

    def offered(self, data: Dataset) -> bool:
        return bool(self.find(data))

    def schema(self, data: Dataset) -> dict[str, Any]:
        known = self.find(data)
        listed = {"enum": list(known)} if len(known) <= MOST_DESCRIBED else {}
        return {"type": "string", **listed}


@dataclass(frozen=True)
class YesNo(Parameter):
    """true or false, in any case."""

    def one(self, text: str, data: Dataset) -> bool:
        del data
        known = {"true": True, "false": False}
        if text.strip().casefold() not in known:
            raise not_allowed(self.name, text, list(known))
        return known[text.strip().casefold()]

    def schema(self, data: Dataset) -> dict[str, Any]:
        del data
        return {"type": "boolean"}


@dataclass(frozen=True)
class Whole(Parameter):
    """A whole number between two others, both included."""

    least: int = 0
    most: int = 2**31 - 1

    def one(self, text: str, data: Dataset) -> int:
        del data
        fits = text.isascii() and text.isdigit() and len(text) <= len(str(self.most))
        if not fits or not self.least <= int(text) <= self.most:
            raise not_allowed(self.name, text, [f"{self.least} to {self.most}"])
        return int(text)

    def schema(self, data: Dataset) -> dict[str, Any]:
        del data
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Text(Parameter):
    """A text to search for."""

    def one(self, text: str, data: Dataset) -> str:
        del data
        if len(text) > LONGEST_TEXT:
            said = f"{self.name} has {len(text):,} letters; it can have {LONGEST_TEXT}."
            raise Problem(400, said, parameter=self.name)
        if re.search(f"[{_CONTROL}]", text):
            said = f"{self.name} holds a control character, which no text here has."
            raise Problem(400, said, parameter=self.name)
        return text.strip()

    def schema(self, data: Dataset) -> dict[str, Any]:
        del data
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*$"
        return {"type": "string", "maxLength": LONGEST_TEXT, "pattern": pattern}


@dataclass(frozen=True)
class Version(Parameter):
    """The name of a dataset version; whether there is one is found where it is opened."""

    def one(self, text: str, data: Dataset) -> str:
        del data
        return text

    def schema(self, data: Dataset) -> dict[str, Any]:
        return {"type": "string", "examples": [data.version]}


def read_all(
    parameters: Iterable[Parameter], query: QueryParams, data: Dataset
) -> Mapping[str, Any]:
    """Every parameter's value by its name.

    Raises:
        Problem: for a parameter that is not one of them, or a value that it does not take.
    """
    known = {parameter.name: parameter for parameter in parameters}
    for name in query:
        if name not in known:
            raise unknown_parameter(name, list(known))
    return {name: p.read(query.getlist(name), data) for name, p in known.items()}


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split())
