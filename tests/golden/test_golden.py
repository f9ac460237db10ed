"""Small books, and what they become, as text: the EPUB's documents, and what a listener meets in the PDF, the pages of
the web edition, the plain text, and the braille in ASCII.

`make golden` writes the expected texts anew; then read the diff.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

import pytest
from sources import laid

from publisher.paper.reading import read_pdf
from publisher.publish import Examined, examine, write
from publisher.reports.concise import report
from publisher.reports.reading import reading
from publisher.reports.tree import tree

BOOKS = sorted(path.parent for path in Path(__file__).parent.glob("*/book"))


@pytest.mark.parametrize("folder", BOOKS, ids=lambda path: path.name)
def test_becomes_what_is_expected(folder: Path, request: pytest.FixtureRequest) -> None:
    texts = finished(examine(folder / "book"))
    expected = folder / "expected"
    if request.config.getoption("--refresh"):
        for old in expected.rglob("*.*"):
            old.unlink()
        laid(expected, texts)
    kept = {str(path.relative_to(expected)): path.read_text(encoding="utf-8") for path in expected.rglob("*.*")}
    assert sorted(texts) == sorted(kept)
    for name, text in texts.items():
        assert text == kept[name], f"{name} differs: run `make golden` and read the diff"


def finished(examined: Examined) -> Mapping[str, str]:
    """All that is made of a book, as texts by name."""
    texts = {"findings.txt": report(examined.findings, {}), "tree.txt": tree(examined.book)}
    for made in write(examined.book, ("epub", "pdf", "web", "text", "braille")):
        assert not made.failure
        for name, data in made.files.items():
            texts |= _texts(PurePosixPath(name), data)
    return texts


def _texts(name: PurePosixPath, data: bytes) -> Mapping[str, str]:
    """What a file says; of the web edition the pages, as the one file says the same."""
    match name.suffix:
        case ".epub":
            return _unzipped(data)
        case ".pdf":
            return {"pdf.txt": reading(read_pdf(data))}
        case ".html" if len(name.parts) > 1:
            return {f"web/{name.name}": data.decode().replace("><", ">\n<")}
        case ".brf":
            return {"braille.txt": data.decode("ascii").replace("\r\n", "\n").replace("\f", "\f\n")}
        case ".txt" if len(name.parts) == 1 and not name.stem.endswith("-braille"):
            return {"text.txt": data.decode()}
    return {}


def _unzipped(data: bytes) -> Mapping[str, str]:
    with ZipFile(BytesIO(data)) as container:
        names = [name for name in container.namelist() if name.endswith((".xhtml", ".opf", ".ncx"))]
        return {f"epub/{Path(name).name}": container.read(name).decode().replace("><", ">\n<") for name in names}
