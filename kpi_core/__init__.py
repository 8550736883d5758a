"""Normalise, rate and explain council performance scorecards.

The way of one fact, each arrow one call: report file -> readers (cells with addresses) -> layout
(which column means what) -> cells (typed values) -> normalise (facts and findings) -> rules
(ratings beside the declared ones) -> checks -> dataset (Parquet) -> selection -> present (words)
-> charts and exports -> web. Nothing below ``web`` imports Streamlit.
"""

__version__ = "0.1.0"
