"""What is served: ``streamlit run app.py`` or ``uvicorn app:app``.

Streamlit finds the app by reading this file, so the assignment has to stand here literally.
"""

import streamlit as st

from kpi_core.web.serve import MIDDLEWARE, ROUTES, SHELL, lifespan

app = st.App(SHELL, routes=ROUTES, middleware=MIDDLEWARE, lifespan=lifespan)
