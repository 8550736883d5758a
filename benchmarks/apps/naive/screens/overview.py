"""Counts, a chart, filters, the whole table and its CSV."""

import altair as alt
import pandas as pd
import streamlit as st
from scorecard_data import COLUMNS, load

rows, _ = load()
red, declining = (rows["status"] == "Red").sum(), (rows["direction"] == "Declining").sum()
st.title(f"{red} of {len(rows):,} indicators are red; {declining} are declining")

counts = pd.crosstab(rows["status"], rows["direction"])
left, right = st.columns(2)
left.dataframe(counts)
colours = alt.Scale(
    domain=["Red", "Amber", "Green", "Not rated"],
    range=["#b3261e", "#ffbf47", "#1b6e3b", "#6b6b6b"],
)
chart = (
    alt.Chart(counts.stack().rename("Indicators").reset_index())
    .mark_bar()
    .encode(
        x="Indicators:Q",
        y=alt.Y("direction:N", title="Direction of travel"),
        color=alt.Color("status:N", title="Status", scale=colours),
        tooltip=["status", "direction", "Indicators"],
    )
)
right.altair_chart(chart)

shown = rows
filters = {
    "status": "Status",
    "direction": "Direction of travel",
    "theme": "Theme",
    "comparison": "Against the comparator",
}
for place, (column, label) in zip(st.columns(len(filters) + 1), filters.items(), strict=False):
    chosen = place.multiselect(label, rows[column].dropna().unique(), key=column)
    if chosen:
        shown = shown[shown[column].isin(chosen)]
if text := st.text_input("Find in the indicators"):
    texts = shown["name"] + " " + shown["commentary"].fillna("")
    shown = shown[texts.str.contains(text, case=False, regex=False)]

table = shown[list(COLUMNS)].rename(columns=COLUMNS)
st.dataframe(
    table,
    hide_index=True,
    column_config={"Trend": st.column_config.LineChartColumn("Trend")},
    key="table",
)
with st.container(key="count"):
    st.write(f"Showing {len(shown):,} of {len(rows):,} indicators")
csv = table.to_csv(index=False).encode("utf-8-sig")
st.download_button("Download CSV", csv, "scorecard.csv", "text/csv")
