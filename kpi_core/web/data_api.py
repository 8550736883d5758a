"""The read API beside the screens: over the same cache, with a page for people."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from kpi_core.api import Source, api, from_environment
from kpi_core.places import default_dataset
from kpi_core.web import load
from kpi_core.web.data_api_page import page


def _current() -> tuple[str, str]:
    return default_dataset(), load.current()


async def _to_the_page(request: Request) -> Response:
    return RedirectResponse(request.url_for("api", path="v1/"))


def routes() -> list[BaseRoute]:
    """The API for the server's routes.

    Raises:
        UsageError: a setting of the API has no meaning.
    """
    source = Source(_current, load.read, load.load, load.briefing)
    app = api(source, from_environment(), page)
    return [Mount("/api", app=app, name="api"), Route("/api", _to_the_page)]
