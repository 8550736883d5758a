"""Files chosen in the browser, made on the spot."""

from playwright.sync_api import FilePayload

from tests.browser.visitor import Visitor


def upload(visitor: Visitor, files: dict[str, str]) -> Visitor:
    """Chooses files on the Import screen and waits until they are read."""
    given: list[FilePayload] = [
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()}
        for name, text in files.items()
    ]
    field = visitor.page.locator("input[type=file]")
    visitor.act(lambda: field.set_input_files(given))
    visitor.page.get_by_role("heading", name="2. What was understood").wait_for()
    return visitor.settle()
