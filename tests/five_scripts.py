"""A book in five scripts (tests/data/scripts), as it is and with another manifest."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from publisher.publish import examine, write

BOOK = Path(__file__).parent / "data" / "scripts"
IN_ARABIC = (
    ("language: en-GB", "language: ar"),
    ("title: All Human Beings", "title: الإعلان العالمي"),
    ("subtitle: Article 1 in five scripts", "subtitle: المادة الأولى"),
    ("- chapters/en.md", "- {file: chapters/en.md, language: en}"),
    ("{file: chapters/ar.md, language: ar}", "chapters/ar.md"),
)


def made(folder: Path) -> Mapping[str, bytes]:
    book = examine(folder)
    assert book.findings == ()
    results = write(book.book, ("pdf", "epub"))
    assert [(result.failure, result.findings) for result in results] == [("", ()), ("", ())]
    return {result.edition.name: data for result in results for data in result.files.values()}


def changed(folder: Path, *replacements: tuple[str, str]) -> Path:
    """The book in a folder of its own, with another manifest."""
    shutil.copytree(BOOK, folder)
    manifest = (folder / "book.yaml").read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in manifest
        manifest = manifest.replace(old, new)
    (folder / "book.yaml").write_text(manifest, encoding="utf-8")
    return folder
