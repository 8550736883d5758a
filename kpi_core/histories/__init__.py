"""Several reports of one organisation build one history.

The same indicator is recognised across them and keeps one id; what differs between a report and
the ones before it is a finding on the later report. Every figure of every report is kept.
"""

from kpi_core.histories.elsewhere import figures_elsewhere
from kpi_core.histories.link import History, link
from kpi_core.histories.order import in_order, order_key

__all__ = ["History", "figures_elsewhere", "in_order", "link", "order_key"]
