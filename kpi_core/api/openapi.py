"""The document that describes the API (OpenAPI 3.1), made of what answers it.

It lists the values that the dataset has, so that it differs from one dataset version to another.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow as pa

from kpi_core import __version__
from kpi_core.api import feed, problems
from kpi_core.api.choosing import FILTERS, ONE_REPORT, VERSION
from kpi_core.api.parameters import Parameter
from kpi_core.api.pictures import CHARTS, Picture
from kpi_core.api.resources import RESOURCES, Resource
from kpi_core.api.settings import Access, Settings
from kpi_core.api.whole import PARAMETERS, WHOLE
from kpi_core.dataset import Dataset
from kpi_core.downloads.pictures import PICTURE_TYPES
from kpi_core.exports import FORMATS
from kpi_core.schema import Column

FEED: tuple[Parameter, ...] = (*FILTERS, ONE_REPORT, VERSION)
"""What the feed takes."""

_TYPES: dict[pa.DataType, dict[str, Any]] = {
    pa.string(): {"type": "string"},
    pa.float64(): {"type": "number"},
    pa.int32(): {"type": "integer"},
    pa.date32(): {"type": "string", "format": "date"},
    pa.bool_(): {"type": "boolean"},
    pa.list_(pa.string()): {"type": "array", "items": {"type": "string"}},
}
_ABOUT = (
    "Figures of a council's performance scorecard with their ratings, as the screens show them. "
    "Filters take the words of the screens in any case; several values of one mean any of them."
)


def document(data: Dataset, settings: Settings, address: str) -> dict[str, Any]:
    """The whole document for one dataset version."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Council scorecard data", "version": __version__, "description": _ABOUT},
        "servers": [{"url": address}],
        "paths": {path: {"get": operation} for path, operation in _paths(data, settings)},
        "components": _components(settings),
    }


def _paths(data: Dataset, settings: Settings) -> Iterable[tuple[str, dict[str, Any]]]:
    for resource in RESOURCES.values():
        about = f"One row for each {resource.row}."
        yield (
            f"/{resource.name}",
            _operation(resource.name, about, resource.parameters, data, _table(resource), settings),
        )
    for picture in CHARTS.values():
        yield (
            f"/charts/{picture.name}",
            _operation(
                picture.name.replace(".", "-"),
                f"{picture.offer.title} as a picture.",
                picture.parameters,
                data,
                _picture(picture),
                settings,
            ),
        )
    for whole in WHOLE.values():
        binary = {whole.mime: {"schema": {"type": "string"}}}
        name = whole.name.replace("/", "-").replace(".", "-")
        yield f"/{whole.name}", _operation(name, whole.about, PARAMETERS, data, binary, settings)
    atom = {feed.MEDIA_TYPE: {"schema": {"type": "string"}}}
    about = "What is new in a report since the one before, as an Atom feed."
    yield "/changes.atom", _operation("changes-atom", about, FEED, data, atom, settings)
    yield "/charts", _plain("charts", "The charts and their addresses.", "Charts", settings)
    yield "/health", _health()


def _operation(
    name: str,
    about: str,
    parameters: Sequence[Parameter],
    data: Dataset,
    content: dict[str, Any],
    settings: Settings,
) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": about,
        "parameters": [p.described(data) for p in parameters if p.offered(data)],
        "responses": {
            "200": {"description": "As asked for.", "content": content},
            "304": {"description": "What the caller has is still so."},
            **_refusals("400", "404", settings=settings),
        },
        **_security(settings),
    }


def _plain(name: str, about: str, schema: str, settings: Settings) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}
    made = {"200": {"description": "As asked for.", "content": content}}
    return {
        "operationId": name,
        "summary": about,
        "responses": {**made, **_refusals("400", settings=settings)},
        **_security(settings),
    }


def _health() -> dict[str, Any]:
    return _plain("health", "Whether there is a dataset to answer from.", "Health", Settings())


def _table(resource: Resource) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{resource.name}"}
    files = {
        made.mime: {"schema": {"type": "string"}}
        for name, made in FORMATS.items()
        if name != "json"
    }
    return {FORMATS["json"].mime: {"schema": schema}, **files}


def _picture(picture: Picture) -> dict[str, Any]:
    return {PICTURE_TYPES[picture.output]: {"schema": {"type": "string"}}}


def _refusals(*statuses: str, settings: Settings) -> dict[str, Any]:
    said = {
        "400": "A parameter or a value that there is not; the document names those that there are.",
        "401": "A key is needed.",
        "404": "No such dataset version, or nothing to draw.",
        "414": "The query is too long.",
        "429": "Too many requests; Retry-After says when to try again.",
        "503": "There is no dataset that can be read.",
    }
    more = ("401",) if settings.access is Access.KEY else ()
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": said[status], "content": content}
        for status in sorted((*statuses, *more, "414", "429", "503"))
    }


def _security(settings: Settings) -> dict[str, Any]:
    return {"security": [{"key": []}, {"bearer": []}]} if settings.access is Access.KEY else {}


def _components(settings: Settings) -> dict[str, Any]:
    schemas = {name: _envelope(resource.columns) for name, resource in RESOURCES.items()}
    made: dict[str, Any] = {"schemas": {**schemas, **_OTHERS}}
    if settings.access is Access.KEY:
        made["securitySchemes"] = {
            "key": {"type": "apiKey", "in": "header", "name": "X-Api-Key"},
            "bearer": {"type": "http", "scheme": "bearer"},
        }
    return made


def _envelope(columns: Iterable[Column]) -> dict[str, Any]:
    row = {column.name: _column(column) for column in columns}
    data = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": row,
            "required": list(row),
            "additionalProperties": False,
        },
    }
    meta, links = ({"$ref": f"#/components/schemas/{name}"} for name in ("Meta", "Links"))
    return {
        "type": "object",
        "properties": {"data": data, "meta": meta, "links": links},
        "required": ["data", "meta", "links"],
        "additionalProperties": False,
    }


def _column(column: Column) -> dict[str, Any]:
    about = f"{column.meaning}. Unit: {column.unit}." if column.unit else f"{column.meaning}."
    made = {**_TYPES[column.type], "description": about}
    words: list[str | None] = [str(word) for word in column.words or ()]
    if words and made["type"] == "array":
        made["items"] = {"type": "string", "enum": words}
    elif words:
        made["enum"] = [*words, None] if column.nullable else words
    return {**made, "type": [made["type"], "null"]} if column.nullable else made


_TEXT = {"type": "string"}
_WHOLE = {"type": "integer", "minimum": 0}
_OTHERS: dict[str, Any] = {
    "Meta": {
        "type": "object",
        "properties": {
            "dataset_version": {**_TEXT, "description": "Dataset version; it names the figures."},
            "total": {**_WHOLE, "description": "Rows in all."},
            "count": {**_WHOLE, "description": "Rows in this answer."},
            "limit": {**_WHOLE, "description": "Most rows of this answer."},
            "offset": {**_WHOLE, "description": "Rows left out at the start."},
            "filters": {**_TEXT, "description": "What chose the rows, in words."},
            "source": {**_TEXT, "description": "The reports that the figures come from."},
        },
        "required": ["dataset_version", "total", "count", "limit", "offset", "filters", "source"],
    },
    "Links": {
        "type": "object",
        "description": "Addresses: this answer, those beside it, and the same in other formats.",
        "additionalProperties": _TEXT,
        "required": ["self", "permanent"],
    },
    "Charts": {
        "type": "object",
        "properties": {"data": {"type": "array", "items": {"type": "object"}}},
        "required": ["data", "meta", "links"],
    },
    "Health": {
        "type": "object",
        "properties": {"status": {"const": "ok"}, "dataset_version": _TEXT},
        "required": ["status", "dataset_version"],
    },
    "Problem": {
        "type": "object",
        "properties": {
            "type": _TEXT,
            "title": _TEXT,
            "status": {"type": "integer"},
            "detail": _TEXT,
            "parameter": _TEXT,
            "allowed": {"type": "array", "items": _TEXT},
        },
        "required": ["type", "title", "status", "detail"],
    },
}
