"""National releases: files of published figures to the tables of the dataset.

A source is one module with ``recognises`` and ``read``, and one line in the registry.
"""
