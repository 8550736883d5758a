"""The read API beside the screens: over the same cache, with a page for people."""

from starlette.routing import Mount

from kpi_core import dataset
from kpi_core.api import Source, api, from_environment
from kpi_core.places import default_dataset, named_dataset
from kpi_core.web import load
from kpi_core.web.data_api_page import page


def _current() -> tuple[str, str]:
    location = default_dataset()
    if named_dataset() is None:
        load.build_first(location)
    return location, dataset.current_version(location)


def mounted() -> Mount:
    """The API for the server's routes.

    Raises:
        UsageError: a setting of the API has no meaning.
    """
    source = Source(_current, load.read, load.load, load.briefing)
    return Mount("/api", app=api(source, from_environment(), page))
