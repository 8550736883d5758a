"""Where is it heading: what the rest of the year has to bring, and what past variation suggests.

What is needed is arithmetic. What past variation suggests is an estimate and says so. Where
either would be a guess there is a reason in its place (R5, X5, X6, Y6).
"""

from kpi_core.rules.outlook.found import Outlook
from kpi_core.rules.outlook.of_facts import outlook_of

__all__ = ["Outlook", "outlook_of"]
