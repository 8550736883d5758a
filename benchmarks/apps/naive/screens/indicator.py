"""One indicator: its figures over time, its rating in words, commentary, figures and their CSV."""

import altair as alt
import pandas as pd
import streamlit as st
from scorecard_data import load

rows, figures = load()
title = st.selectbox("Indicator", rows["title"])
row = rows[rows["title"] == title].iloc[0]
mine = figures[figures["indicator"] == row["indicator"]]
own = mine[mine["subject"] == row["organisation"]]
quoted = mine[mine["subject"] != row["organisation"]]

st.title(title)
st.write(row["name"])
for place, (label, value) in zip(
    st.columns(5),
    {
        "Outturn": row["value"],
        "Target": row["target"],
        "Status": row["status"],
        "Direction of travel": row["direction"],
        "Against comparator": row["comparison"],
    }.items(),
    strict=True,
):
    place.metric(label, "None" if pd.isna(value) else value)

line = alt.Chart(own).mark_line(point=True).encode(x="period_label:N", y="value:Q")
lines = pd.DataFrame(
    {
        "Line": ["Target", *quoted["subject"]],
        "value": [row["target"], *quoted["value"]],
    }
)
rules = alt.Chart(lines).mark_rule(strokeDash=[4, 4]).encode(y="value:Q", color="Line:N")
st.altair_chart(line + rules)

st.subheader("Why this rating")
st.write(row["status_reason"])
st.write(row["direction_reason"])
st.subheader("Commentary")
st.write(row["commentary"])
st.subheader("Figures")
columns = ["subject", "period_label", "value", "raw", "missing", "source_cell"]
st.dataframe(mine[columns], hide_index=True)
st.download_button("Download CSV", mine[columns].to_csv(index=False), "values.csv", "text/csv")
