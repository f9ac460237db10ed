"""Three long texts by others as books of ours, made from the packages that carry them; none of
their words is kept here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_pages import chapter

# The pages of each manual, in its order.
_POLICY = """
    ch-scope ch-archive ch-binary ch-source ch-controlfields ch-maintainerscripts ch-relationships ch-sharedlibs
    ch-opersys ch-files ch-customized-programs ch-docs ap-pkg-scope ap-pkg-binarypkg ap-pkg-sourcepkg
    ap-pkg-controlfields ap-pkg-conffiles ap-pkg-alternatives ap-pkg-diversions
""".split()
_GUIDE = "scope new-maintainer developer-duties resources pkgs best-pkging-practices beyond-pkging l10n tools".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text in chapters, by name; ``package`` is the folder that it was unpacked to, with its version."""

    title: str
    language: str
    package: str
    chapters: Mapping[str, str]

    def written(self, folder: Path) -> Path:
        """``folder``, with the text as a book in it."""
        (folder / "chapters").mkdir(parents=True)
        for name, words in self.chapters.items():
            (folder / "chapters" / f"{name}.md").write_text(words, encoding="utf-8")
        listed = "".join(f"  - chapters/{name}.md\n" for name in self.chapters)
        (folder / "book.yaml").write_text(
            f"book: {{title: {self.title!r}, language: {self.language}, date: 2026-01-01}}\nchapters:\n{listed}"
            "accessibility: {contact: {email: books@example.org}}\n",
            encoding="utf-8",
        )
        return folder


def novel(unpacked: Path) -> Text:
    """Moby-Dick (Herman Melville, 1851; in the public domain): 135 chapters and their author's notes."""
    package = _package(unpacked, "moby-dick")
    pages = {f"{n:03}": package / f"package/data/chapter_{n}.txt" for n in range(1, 136)}
    chapters = {name: _told(page.read_text(encoding="utf-8")) for name, page in pages.items()}
    return Text(title="Moby-Dick", language="en-US", package=package.name, chapters=chapters)


def policy(unpacked: Path) -> Text:
    """The Debian Policy Manual (its authors, 1996 to 2022; GPL 2 or later): lists, tables, notes, code."""
    package = _package(unpacked, "debian-policy")
    chapters = _pages(package / "usr/share/doc/debian-policy/policy.html", _POLICY)
    return Text(title="Debian Policy Manual", language="en-GB", package=package.name, chapters=chapters)


def guide(unpacked: Path) -> Text:
    """The Developer's Reference in French (its authors, 1997 to 2023; GPL 2 or later), in part not translated."""
    package = _package(unpacked, "developers-reference-fr")
    chapters = _pages(package / "usr/share/developers-reference/fr", _GUIDE)
    return Text(title="Guide du développeur Debian", language="fr", package=package.name, chapters=chapters)


TEXTS = {"novel": novel, "policy": policy, "guide": guide}


def _package(unpacked: Path, name: str) -> Path:
    return next(unpacked.glob(f"{name}_*"))


def _pages(folder: Path, names: list[str]) -> Mapping[str, str]:
    return {name: chapter(folder / f"{name}.html") for name in names}


def _told(text: str) -> str:
    """A chapter with its title as a heading, and each starred remark as a note where its star stands."""
    title, *paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip())
    remarks = [_plain(paragraph[1:]) for paragraph in paragraphs if paragraph.startswith("*")]
    said = "\n\n".join(_plain(paragraph) for paragraph in paragraphs if not paragraph.startswith("*"))
    for number, _ in enumerate(remarks, 1):
        said = re.sub(r" ?\\\*", f"[^{number}]", said, count=1)
    notes = (f"[^{number}]: {remark}" for number, remark in enumerate(remarks, 1))
    return "\n\n".join((f"# {title.partition('. ')[2].rstrip('.')}", said, *notes)) + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_{}\[\]<>|~^@])", r"\\\1", text)
