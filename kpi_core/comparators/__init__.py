"""Comparators: whose figures ours are held against, and how we stand among them.

Everything here works on the national tables of the dataset; nothing reads a file.
"""
