"""What a person does on the Import screen, headless."""

from streamlit.testing.v1 import AppTest

from tests.imports.tables import TABLE
from tests.screens.reading import Shown, shown

ODD_WORD = TABLE.replace("How well?", "Status").replace("Amber", "Aubergine")


def choose(app: AppTest, *files: tuple[str, str | bytes]) -> AppTest:
    given = [(n, t.encode() if isinstance(t, str) else t, "text/csv") for n, t in files]
    return app.file_uploader[0].set_value(given).run()


def press(app: AppTest, label: str) -> Shown:
    (button,) = [b for b in app.button if b.label == label]
    return shown(button.click().run())


def pick(app: AppTest, label: str, at: int | str) -> AppTest:
    """Chooses an option by its number, or by what it says."""
    (box,) = [s for s in app.selectbox if s.label == label]
    option = box.options[at] if isinstance(at, int) else at
    return box.select(option).run()


def correct(app: AppTest, what: str) -> None:
    app.get_by_key("kpi-fix-q4-what").set_value(what).run()


def field(app: AppTest, label: str):
    (found,) = [text for text in app.text_input if text.label.startswith(label)]
    return found
