"""What a PDF costs, as a ratio in one run: ours, from book.yaml to the file, and the engine's own of the same page.

Not part of `make test`: `make bench`.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from publisher.editions import pdf
from publisher.editions.edition import Options
from publisher.paper import kept, printing
from publisher.publish import examine
from publisher.themes.theme import theme_of

CHAPTERS, SECTIONS = 10, 7
SENTENCE = (
    "The water of the harbour was grey that morning, and nobody on the quay said what everybody knew about boat {}. "
)

OURS = """
import sys
from pathlib import Path
from publisher.publish import examine, write
[made] = write(examine(Path(sys.argv[1])).book, ("pdf",))
assert not made.failure and not made.findings, made
"""
# The engine with its own tags, the same document, look, faces and target-counters.
THEIRS = """
import sys
from pathlib import Path
import weasyprint
folder = Path(sys.argv[1])
page = weasyprint.HTML(string=(folder / "page.html").read_text(encoding="utf-8"), base_url="https://book.invalid/")
look = weasyprint.CSS(string=(folder / "look.css").read_text(encoding="utf-8"))
document = page.render(stylesheets=[look], pdf_variant="pdf/ua-1")
document.write_pdf(folder / "theirs.pdf", pdf_variant="pdf/ua-1")
print("pages", len(document.pages))
"""


def book(folder: Path, chapters: int) -> Path:
    """Prose with references, lists, tables and cross-references, about forty-five pages a chapter."""
    (folder / "chapters").mkdir(parents=True)
    names = [f"chapters/{number:02}.md" for number in range(chapters)]
    references = "".join(
        f"  r{n}: {{type: book, author: [{{family: Writer, given: Ann}}], issued: 2001, title: Title {n}}}\n"
        for n in range(50)
    )
    listed = "".join(f"  - {name}\n" for name in names)
    head = "book: {title: Long, language: en-GB, slug: long, date: 2026-01-05, publisher: {name: A}}\n"
    (folder / "book.yaml").write_text(
        f"{head}chapters:\n{listed}references:\n{references}editions: {{pdf: {{page: A5}}}}\n", encoding="utf-8"
    )
    for number, name in enumerate(names):
        (folder / name).write_text(chapter(number), encoding="utf-8")
    return folder


def chapter(number: int) -> str:
    parts = [f"# Chapter {number} {{#sec-{number}}}"]
    for section in range(SECTIONS):
        parts.append(f"## Section {section} of chapter {number}")
        for paragraph in range(9):
            text = "".join(SENTENCE.format(100 * section + 10 * paragraph + n) for n in range(7))
            parts.append(
                f"{text}It was *said* [@r{(section + paragraph + number) % 50}], see @sec-{max(number - 1, 0)}."
            )
        parts.append("\n".join(f"- Item {item} of this list, of a few words" for item in range(9)))
    rows = "\n".join(f"| Boat {row} | lies at berth {row} | {row * 3} |" for row in range(12))
    parts.append(f"| Name | Words | Number |\n|---|---|---|\n{rows}\n\n: Rows {{#tbl-{number} row-headers=1}}")
    return "\n\n".join(parts) + "\n"


def cost(program: str, *arguments: Path, fonts: Path) -> tuple[float, str]:
    """The CPU seconds of a program with its children, and what it says."""
    before = os.times()
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    done = subprocess.run(
        (sys.executable, "-c", program, *map(str, arguments)), capture_output=True, text=True, env=environment
    )
    assert done.returncode == 0, done.stderr[-2000:]
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system, done.stdout


@pytest.mark.parametrize("chapters", [CHAPTERS])
def test_our_pdf_costs_no_more_than_the_engines_own(
    chapters: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = book(tmp_path / "book", chapters)
    found = examine(folder).book
    page: dict[str, str] = {}

    def caught(html: str, *, stylesheet: str, **_: object) -> kept.Rendering:
        page.update(html=html, stylesheet=stylesheet)
        return kept.Rendering(pdf=b"", labels=())

    monkeypatch.setattr(printing, "render_once", caught)
    pdf.write(found, theme_of(found), Options(), {})
    (tmp_path / "page.html").write_text(page["html"], encoding="utf-8")
    (tmp_path / "look.css").write_text(page["stylesheet"], encoding="utf-8")
    (tmp_path / "fonts.conf").write_bytes(kept.fonts.configuration(tmp_path / "fonts"))
    fonts = tmp_path / "fonts.conf"
    # By turns, and the best of each: whatever else the machine does is not to be measured.
    runs = [(cost(THEIRS, tmp_path, fonts=fonts), cost(OURS, folder, fonts=fonts)) for _ in range(2)]
    theirs, ours = (min(run[side][0] for run in runs) for side in (0, 1))
    said = runs[0][0][1]
    pages = int(re.findall(r"pages (\d+)", said)[0])
    print(f"{pages} pages: ours {ours:.1f} s, the engine's own {theirs:.1f} s, ratio {ours / theirs:.2f}")
    assert pages > 400
    assert ours <= theirs
