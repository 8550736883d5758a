"""What Streamlit runs, on every rerun: the frame around every screen.

Not beside ``pages``: Streamlit would serve a cold deep link from the page file alone.
"""

from kpi_core.web.frame import run

run()
