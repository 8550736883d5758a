"""The draft of one session: files and changes, kept in its state alone and never in a cache.

Callbacks of the Import screen come here. What they have to say is shown once, at the next run.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from kpi_core import catalogue as catalogues
from kpi_core import imports
from kpi_core.catalogue import Catalogue
from kpi_core.dataset import current_version
from kpi_core.dataset.batches import Batch, Standing, log, standing
from kpi_core.dataset.place import Place, place
from kpi_core.errors import KpiError
from kpi_core.imports import Change, Draft, Upload
from kpi_core.imports.draft import PASTED
from kpi_core.places import default_catalogue, default_dataset, publishing_allowed
from kpi_core.present.decisions import change_sentence
from kpi_core.present.scorecard import Scorecard, scorecard

STATE, CARD = "kpi-draft", "kpi-draft-card"

UPLOADER, TEXT = "kpi-import-files", "kpi-import-text"

TOP, CHANGES, PUBLISHING, UNDOING = "", "changes ", "publishing ", "undoing "
"""Spots of the screen where something is said; a report's id stands for the form of its file."""


@dataclass(frozen=True)
class Work:
    """What a session works on. ``turn`` numbers the uploader, which starts empty after each use.

    ``edition`` numbers the fields for corrections, which then show what is read now.
    """

    files: tuple[Upload, ...] = ()
    changes: tuple[Change, ...] = ()
    turn: int = 0
    edition: int = 0
    said: tuple[str, ...] = ()
    went_wrong: tuple[str, ...] = ()
    spot: str = TOP
    read: Draft | None = field(default=None, repr=False)
    version: str | None = None
    """The dataset version whose catalogue ``read`` starts from."""


def work() -> Work:
    found = st.session_state.get(STATE)
    return found if isinstance(found, Work) else Work()


def _keep(**given: Any) -> None:
    st.session_state[STATE] = replace(
        work(), **{"said": (), "went_wrong": (), "spot": TOP, **given}
    )


def where() -> Place:
    """The place that a publishing would change."""
    return place(default_dataset())


def there() -> Standing | None:
    """What the dataset is made of; None where there is none, or none that can be added to."""
    try:
        return standing(where())
    except KpiError:
        return None


def draft() -> Draft | None:
    """The draft, read again only when a file, a change or the catalogue is another."""
    now = work()
    if not now.files:
        st.session_state.pop(CARD, None)
        return None
    version, base = _base(now)
    made = now.read
    if (
        made is None
        or made.base is not base
        or (made.files, made.changes) != (now.files, now.changes)
    ):
        made = imports.read_draft(now.files, now.changes, base, made)
        now = replace(now, read=made, changes=made.changes, version=version)
        st.session_state[STATE] = now
    return made


def card(report: str) -> Scorecard:
    """The prepared scorecard of one report of the draft; the last one is kept with the session."""
    made = work().read
    assert made is not None, "a draft is read before it is shown"
    kept = st.session_state.get(CARD)
    if kept is None or kept[0] is not made or kept[1] != report:
        kept = st.session_state[CARD] = made, report, scorecard(made.dataset, report)
    found: Scorecard = kept[2]
    return found


def _base(now: Work) -> tuple[str | None, Catalogue]:
    """The catalogue to start from; read again only when the dataset is another."""
    version = _version()
    if now.read is not None and now.version == version:
        return version, now.read.base
    try:
        return version, imports.base_catalogue(where(), default_catalogue())
    except KpiError:
        return version, catalogues.load(default_catalogue())


def _version() -> str | None:
    try:
        return current_version(default_dataset())
    except KpiError:
        return None


def take_up(key: str) -> None:
    """The files that were just chosen join the draft; the uploader is empty again."""
    chosen = st.session_state.get(key) or []
    _admit([(file.name, file.getvalue) for file in chosen], turn=work().turn + 1)
    _forget([file.file_id for file in chosen])


def _forget(file_ids: list[str]) -> None:
    """Drop the server's own copy of an upload, which would stay until the session ends."""
    context = get_script_run_ctx()
    manager = context.uploaded_file_mgr if context is not None else None
    if context is not None and isinstance(manager, MemoryUploadedFileManager):
        for file_id in file_ids:
            manager.remove_file(context.session_id, file_id)


def take_text() -> None:
    """A pasted table joins the draft as a file."""
    text = str(st.session_state.get(TEXT) or "")
    if not text.strip():
        _keep(went_wrong=("There is no text to read. Paste a table first.",))
        return
    _admit([(PASTED, text.encode)])
    if not work().went_wrong:
        st.session_state[TEXT] = ""


def _admit(given: list[tuple[str, Callable[[], bytes]]], **more: Any) -> None:
    files, wrong, said = work().files, [], []
    for name, content in given:
        new = Upload(name, content())
        try:
            joined = imports.admit(files, new)
        except KpiError as problem:
            wrong.append(str(problem))
            continue
        said += [
            f"{new.name} took the place of {old.name}: both would be the report {new.report!r}. "
            "Rename one to have both."
            for old in files
            if old.report == new.report and old.name != new.name
        ]
        files = joined
    _keep(files=files, went_wrong=tuple(wrong), said=tuple(said), **more)


def drop(report: str) -> None:
    """Take a file out of the draft, with the changes about it."""
    now = work()
    files = tuple(file for file in now.files if file.report != report)
    _keep(files=files, changes=tuple(c for c in now.changes if c.report != report))


def change(report: str, *new: Change) -> None:
    """Make changes in a report, or say why they cannot be."""
    changes = work().changes
    if not new:
        _keep(went_wrong=("Nothing is changed: it is read like this already.",), spot=report)
        return
    try:
        for one in new:
            imports.check(one)
            changes = imports.changed(changes, one)
    except KpiError as problem:
        _keep(went_wrong=(str(problem),), spot=report)
        return
    said = tuple(f"Changed. {change_sentence(one)}" for one in new)
    _keep(changes=changes, edition=work().edition + 1, said=said, spot=report)


def take_back(gone: Change) -> None:
    now = work()
    said = (f"Taken back. {change_sentence(gone)}",)
    changes = imports.without(now.changes, gone)
    _keep(changes=changes, edition=now.edition + 1, said=said, spot=CHANGES)


def replaced(made: Draft, key: str) -> set[str]:
    """Reports whose file is to take the place of the one that is there, as chosen by name."""
    names = set(st.session_state.get(key) or ())
    return {file.report for file in made.files if file.name in names}


def publish(note_key: str, replaces_key: str) -> None:
    """Publish the draft and start an empty one."""
    made = work().read
    if made is None or not publishing_allowed():
        return
    note = str(st.session_state.get(note_key) or "")
    try:
        done = imports.publish(made, where(), note, replaced(made, replaces_key))
    except KpiError as problem:
        _keep(went_wrong=(str(problem),), spot=PUBLISHING)
        return
    said = [f"Published as version {done.version}. The other screens show it from now on."]
    if done.known:
        said.append(f"Already there, so not added again: {', '.join(done.known)}.")
    _keep(files=(), changes=(), read=None, said=tuple(said))


def last_import() -> tuple[Batch, dict[str, Any]] | None:
    """The import that could be undone, and what the log says of it."""
    try:
        batch = imports.undoable(where())
        events = log(where()) if batch is not None else []
    except KpiError:
        return None
    if batch is None:
        return None
    mine = (e for e in reversed(events) if e["batch"] == batch.id and e["what"] == "published")
    return batch, next(mine, {})


def undo() -> None:
    """Take the last import out of the dataset."""
    if not publishing_allowed():
        return
    try:
        version = imports.undo(where())
    except KpiError as problem:
        _keep(went_wrong=(str(problem),), spot=UNDOING)
        return
    now = f"The dataset is at version {version} again." if version else "There is no dataset now."
    _keep(said=(f"The last import is undone. {now}",), spot=UNDOING)
