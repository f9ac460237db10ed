"""Packs of a small book in two languages, with all that their own pages may show."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from publisher.examine import examine
from publisher.files import write as put
from publisher.publish import write

MANIFEST = """\
book: {{title: "{title}", language: {language}, slug: tides, date: 2026-01-05, publisher: {{name: Press}}, description: "{title}."}}
chapters: [a.md]
editions: {{epub: {{}}, text: {{}}, web: {{}}, booklet: {{of: pdf}}, pack: {{}}}}
accessibility: {{contact: {{email: tides@example.org, phone: 020 7946 0000, post: "1 Quay Street", days: 5}}}}
"""
TITLES = {"en-GB": "The Tides", "de": "Die Gezeiten", "ar": "المد والجزر"}


def own_pages(folder: Path, *languages: str) -> tuple[Path, ...]:
    """The pages of packs, unpacked below ``folder``: the first page and the statement in each language."""
    return tuple(page for language in languages or TITLES for page in _unpacked(folder / language, language))


def _unpacked(folder: Path, language: str) -> tuple[Path, ...]:
    (folder / "book").mkdir(parents=True)
    (folder / "book/book.yaml").write_text(MANIFEST.format(title=TITLES[language], language=language), encoding="utf-8")
    (folder / "book/a.md").write_text(f"# {TITLES[language]}\n\n{TITLES[language]}.\n", encoding="utf-8")
    [done] = write(examine(folder / "book").book, ("pack",))
    assert not done.failure, done.failure
    with ZipFile(BytesIO(done.files["tides-pack.zip"])) as archive:
        put({name: archive.read(name) for name in archive.namelist()}, folder / "pack")
    return tuple(folder / "pack" / name for name in ("index.html", "accessibility-statement.html"))
