"""Workbooks: XLSX, XLS and ODS, one file each, over what a sheet and a number format are."""
