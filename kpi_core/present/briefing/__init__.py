"""What is new since the last report, as a list that could be read out.

``sides`` says what is known of an indicator at two times, ``changed`` which kinds of change there
are between them, ``found`` what the checks found between reports, ``sentences`` how each is said,
``account`` what is said of all of them, and ``compose`` puts them together.
"""

from kpi_core.present.briefing.compose import Briefing, Change, briefing
from kpi_core.present.briefing.found import KINDS, report_with

__all__ = ["KINDS", "Briefing", "Change", "briefing", "report_with"]
