"""The screens: the only part of the package that imports Streamlit.

``serve`` composes the server, ``shell`` is what Streamlit runs, ``frame`` draws what every screen
shares and hands each screen its ``View``. Screens are listed once, in ``screens``; their bodies are
the files of ``pages``.

No file here may have the name of a standard module: Streamlit puts this folder at the head of the
import path while a screen runs.
"""
