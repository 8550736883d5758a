"""The floor: the least that Streamlit can show, with its default settings."""

import streamlit as st

st.write("Ready")
