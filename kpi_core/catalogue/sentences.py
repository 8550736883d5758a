"""What validation found, in sentences: the key, what is wrong with it, and what was meant."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kpi_core.catalogue import toml
from kpi_core.nearest import nearest

LONGEST_VALUE = 60

OF_A_KEY = "[key]"
"""What pydantic adds to the place of a key that is itself wrong."""


def sentences(error: ValidationError, model: type[BaseModel]) -> Iterator[str]:
    """One sentence for each problem, beginning with the key as it stands in the file."""
    for problem in error.errors(include_url=False):
        where = ".".join(_part(part) for part in problem["loc"] if part != OF_A_KEY)
        yield f"{where}: {_what(problem, model)}"


def not_one_of(given: object, words: list[str]) -> str:
    """That a value is no word of a list, and which one was probably meant."""
    near = nearest(given, words) if isinstance(given, str) else None
    meant = f"did you mean {toml.string(near)}? The words are" if near else "the words are"
    return f"{_shown(given)} is not a word for this; {meant}: {', '.join(words)}"


def _part(part: str | int) -> str:
    return str(part) if isinstance(part, int) else toml.said(toml.key(part), LONGEST_VALUE)


def _what(problem: Mapping[str, Any], model: type[BaseModel]) -> str:
    kind, given, context = problem["type"], problem["input"], problem.get("ctx", {})
    if kind == "extra_forbidden":
        return _unknown_key(str(problem["loc"][-1]), _model_at(model, problem["loc"][:-1]))
    if kind == "missing":
        return "is missing, and has to be given"
    if kind == "value_error":
        return str(context["error"])
    if kind in _BOUNDS:
        return f"has to be {_BOUNDS[kind](context)}, and is {_shown(given)}"
    wanted = next((form for start, form in _FORMS.items() if kind.startswith(start)), None)
    return f"has to be {wanted}, and is {_shown(given)}" if wanted else str(problem["msg"])


_FORMS = MappingProxyType(
    {
        "string_pattern": "lower-case letters and digits joined by hyphens, as 'repeat-referrals'",
        "string": "text in quotation marks",
        "model": "a table of keys",
        "dict": "a table of keys",
        "tuple": "a list in square brackets",
        "date": "a date such as 2020-05-31",
        "decimal": "a number such as 0.05",
        "finite": "a number such as 0.05",
        "int": "a whole number",
        "too_short": "a list of at least one",
    }
)
"""What a value has to be, by how pydantic's name of the problem starts."""

_BOUNDS: Mapping[str, Callable[[Mapping[str, Any]], str]] = MappingProxyType(
    {
        "greater_than": lambda context: f"more than {context['gt']}",
        "less_than": lambda context: f"less than {context['lt']}",
        "less_than_equal": lambda context: f"at most {context['le']}",
        "greater_than_equal": lambda context: f"at least {context['ge']}",
    }
)


def _unknown_key(key: str, model: type[BaseModel] | None) -> str:
    known = [name for name in model.model_fields if name != "content"] if model else []
    near = nearest(key, known)
    if near:
        return f"not a known key; did you mean {near}?"
    return f"not a known key; the keys here are: {', '.join(known)}"


def _model_at(model: type[BaseModel], place: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model whose keys stand at a place: each field is a model, or a table or list of one."""
    found: Any = model
    for part in place:
        if isinstance(found, type) and issubclass(found, BaseModel):
            found = found.model_fields[str(part)].annotation
        else:
            found = next((a for a in get_args(found)[::-1] if a is not Ellipsis), None)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _shown(given: object) -> str:
    """A value for a message: text in quotation marks, a number as it is, the rest by its kind."""
    if isinstance(given, bool):
        return "true" if given else "false"
    if isinstance(given, str):
        return repr(toml.said(given, LONGEST_VALUE))
    if isinstance(given, dict):
        return "a table"
    if isinstance(given, list | tuple):
        return "a list" if given else "an empty list"
    return toml.said(str(given), LONGEST_VALUE)
