"""What a check and an EPUB of a long book cost, as a ratio to what others take for the same chapters in the same run.

300 notes, 60 figures, 30 tables, 100,000 words: 463 pages of A4. Not part of `make test`: `make bench`.
"""

import os
import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.judges import JUDGES

WORDS = (
    "law tide harbour people year government report partnership service police response evidence review sector "
    "agency guidance funding practice survivor supply chain company worker court council charity"
).split()
CHAPTERS, SECTIONS, PARAGRAPHS = 30, 8, 5
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><circle cx="30" cy="20" r="12" fill="#0b4f5c"/></svg>'
)
REFERENCES = 120


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=18)).capitalize() + "."


def chapter(number: int, chance: random.Random) -> str:
    parts = [f"# Chapter {number} of the {WORDS[number % len(WORDS)]}"]
    for section in range(SECTIONS):
        parts.append(f"## Section {number}.{section} on {chance.choice(WORDS)} {section}")
        for paragraph in range(PARAGRAPHS):
            text = " ".join(sentence(chance) for _ in range(4)) + f" So it was said [@r{chance.randrange(REFERENCES)}]."
            if paragraph == 0 or (paragraph == 3 and section in (1, 6)):
                label = f"{section}-{paragraph}"
                text += f"[^{label}]"
                parts.append(f"[^{label}]: {sentence(chance)}")
            parts.append(text)
        if section in (2, 5):
            parts.append(f"![f{number}-{section}]")
    rows = "\n".join(f"| {chance.choice(WORDS)} | {chance.choice(WORDS)} | {n} |" for n in range(6))
    parts.append(
        f"| A | B | C |\n|---|---|--:|\n{rows}\n\n: The {WORDS[number % len(WORDS)]} of {number} {{#tbl-t{number}}}"
    )
    return "\n\n".join(parts) + "\n"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, chance = tmp_path_factory.mktemp("long"), random.Random(1)
    for name in ("chapters", "images"):
        (folder / name).mkdir()
    keys = [f"f{number}-{section}" for number in range(CHAPTERS) for section in (2, 5)]
    for key in keys:
        (folder / f"images/{key}.svg").write_text(PICTURE)
    for number in range(CHAPTERS):
        (folder / f"chapters/{number:02}.md").write_text(chapter(number, chance))
    listed = "".join(f"  - chapters/{number:02}.md\n" for number in range(CHAPTERS))
    figures = "".join(
        f'  {key}: {{image: images/{key}.svg, alt: "Moon {key} over a low roof.", caption: "Seen at {key}", credit: Me, kind: illustration}}\n'
        for key in keys
    )
    references = "".join(
        f"  r{n}: {{type: book, title: Title {n}, author: [{{family: Writer, given: A}}], issued: 2001, publisher: P}}\n"
        for n in range(REFERENCES)
    )
    (folder / "book.yaml").write_text(
        f"book: {{title: Long, language: en-GB, slug: long, date: 2026-01-05}}\nchapters:\n{listed}figures:\n{figures}"
        f"references:\n{references}accessibility: {{contact: {{email: a@example.org}}}}\neditions: {{epub: {{}}}}\n"
    )
    return folder


def cost(*command: str | Path) -> float:
    """The CPU seconds of a command with its children."""
    before = os.times()
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_check_and_epub_against_pandoc(book: Path, tmp_path: Path) -> None:
    pypandoc = pytest.importorskip("pypandoc", reason="pip install '.[bench]' brings pandoc")
    chapters = sorted((book / "chapters").iterdir())
    assert sum(len(path.read_text().split()) for path in chapters) > 90_000
    publisher = (sys.executable, "-m", "publisher", "-C", book)
    theirs = cost(pypandoc.get_pandoc_path(), "--resource-path", book, "-o", tmp_path / "theirs.epub", *chapters)
    check = cost(*publisher, "check")
    epub = cost(*publisher, "build", "epub", "--out", tmp_path / "ours")
    print(
        f"\ncheck {check:.2f} s, epub {epub:.2f} s, pandoc {theirs:.2f} s: {check / theirs:.2f} and {epub / theirs:.2f} of it"
    )
    assert check <= 1.2 * theirs
    assert epub <= 2 * theirs


def most_memory(*command: str | Path) -> float:
    """The most memory that a command without children needs at a time, in MB."""
    measure = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", measure, *map(str, command)], capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def judged(name: str, *files: Path) -> float:
    """The CPU seconds that an outside judge takes."""
    if why := JUDGES[name].missing():
        pytest.skip(f"{name}: {why}")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert all(verdict.checks for verdict in JUDGES[name].judge(*files))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_check_against_the_judges(book: Path, tmp_path: Path) -> None:
    publisher = (sys.executable, "-m", "publisher", "-C", book)
    cost(*publisher, "build", "epub", "web", "--out", tmp_path)
    check, memory = cost(*publisher, "check"), most_memory(*publisher, "check")
    theirs = {
        "EPUBCheck": judged("epubcheck", tmp_path / "long.epub"),
        "Ace": judged("ace", tmp_path / "long.epub"),
        "vnu": judged("nu", *sorted((tmp_path / "long-web").glob("*.html"))),
    }
    told = ", ".join(f"{name} {seconds:.2f} s ({check / seconds:.2f})" for name, seconds in theirs.items())
    print(f"\ncheck {check:.2f} s, {memory:.0f} MB; {told}")
    assert memory < 200
    assert check < theirs["EPUBCheck"] and check < theirs["Ace"]
    assert check <= 1.2 * theirs["vnu"]  # which reads finished pages, and knows nothing of their author's lines
