"""The read API under ``/api/v1/``: the same figures for Excel, Power BI, pandas and others.

``gate`` decides who may ask, ``serving`` turns a request into an answer, ``resources`` and
``pictures`` list what there is, ``tables`` finds the rows, ``answers`` writes them, ``whole`` gives
files as they stand, and ``openapi`` describes it all. It imports no screen;
``kpi_core.web.data_api`` mounts it beside them.
"""

from kpi_core.api.app import api
from kpi_core.api.choosing import FILTERS, SHARED
from kpi_core.api.pictures import CHARTS
from kpi_core.api.resources import RESOURCES
from kpi_core.api.settings import Access, Settings, from_environment
from kpi_core.api.source import Source, kept
from kpi_core.api.whole import WHOLE

__all__ = [
    "CHARTS",
    "FILTERS",
    "RESOURCES",
    "SHARED",
    "WHOLE",
    "Access",
    "Settings",
    "Source",
    "api",
    "from_environment",
    "kept",
]
