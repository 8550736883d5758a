"""How the council stands among others, in words and frames: what the Benchmarks screen shows.

Words and frames only; ranks, quarters and groups come from ``kpi_core.comparators``.
"""
