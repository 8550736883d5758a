"""The scorecard as it is first written in Streamlit: see the README for the choices made."""

import streamlit as st

st.set_page_config(page_title="Scorecard", layout="wide")
st.navigation(
    [
        st.Page("screens/overview.py", title="Overview", default=True),
        st.Page("screens/indicator.py", title="Indicator"),
    ]
).run()
