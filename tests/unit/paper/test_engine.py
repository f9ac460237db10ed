"""One rendering: closed, within its limits, the same everywhere."""

import hashlib
import os
import subprocess
import sys
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import specimen
from pictures import flat_png

from publisher.diagnostics import RenderingFailed
from publisher.paper import engine
from publisher.paper.engine import Limits, Rendering, render
from publisher.paper.fonts import FAMILIES


def small(body: str, limits: Limits = Limits()) -> Rendering:
    html = f'<!DOCTYPE html><html lang="en"><head><title>Small</title></head><body>{body}</body></html>'
    return render(html, stylesheet="", resources={"images/disc.svg": specimen.DRAWING}, limits=limits)


def test_folios_are_roman_then_arabic_and_page_one_is_on_the_right(short: Rendering) -> None:
    front = short.labels.index("1")
    assert short.labels[:front] == ("i", "ii", "iii", "iv") and front % 2 == 0
    assert short.labels[front:] == tuple(str(n) for n in range(1, short.pages - front + 1))


def test_the_file_says_what_it_is(short: Rendering) -> None:
    pdf = pikepdf.open(BytesIO(short.pdf))
    root = pdf.Root
    assert str(root.Lang) == "en-GB" and bool(root.MarkInfo.Marked) and bool(root.ViewerPreferences.DisplayDocTitle)
    assert [dict(r) if isinstance(r, pikepdf.Dictionary) else int(r) for r in root.PageLabels.Nums] == [
        0, {"/S": "/r", "/St": 1}, 4, {"/S": "/D", "/St": 1},
    ]  # fmt: skip
    assert {str(page.Tabs) for page in pdf.pages} == {"/S"}
    with pdf.open_metadata() as said:
        assert (said["pdfuaid:part"], said["pdfaid:part"], said["pdfaid:conformance"]) == ("1", "2", "A")
        assert said["dc:title"] == "A Specimen" and said["dc:creator"] == ["Ann Author"]
        assert set(said["dc:language"]) == {"en-GB"} and said["dc:rights"] == "CC BY 4.0"
    assert str(pdf.docinfo["/Title"]) == "A Specimen" and str(pdf.docinfo["/CreationDate"]).startswith("D:20220329")


def test_the_outline_is_that_of_the_headings(short: Rendering) -> None:
    with pikepdf.open(BytesIO(short.pdf)).open_outline() as outline:
        assert [item.title for item in outline.root][:4] == ["Imprint", "Contents", "Summary", "Running text"]
        assert [item.title for item in outline.root[3].children] == ["Lists of several kinds"]


def test_only_our_faces_are_used(short: Rendering) -> None:
    pdf = pikepdf.open(BytesIO(short.pdf))
    fonts = {str(font.BaseFont).partition("+")[2] for page in pdf.pages for font in page.resources.Font.values()}
    families = [family.name.replace(" ", "-") for family in FAMILIES]
    assert fonts and all(any(font.startswith(family) for family in families) for font in fonts)


def test_our_sheets_and_the_specimen_leave_nothing_to_complain_of(short: Rendering) -> None:
    assert [problem for problem in short.problems if ".notdef" not in problem] == []


def test_a_character_without_a_glyph_is_a_problem() -> None:
    assert any(".notdef" in problem and "U+2611" in problem for problem in small("<p>\u2611").problems)


def test_a_link_that_leads_nowhere_is_a_problem() -> None:
    assert any("#nowhere" in problem for problem in small('<p><a href="#nowhere">there</a>').problems)


@pytest.mark.parametrize(
    "body",
    [
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="../../../etc/passwd" alt="x">',
        '<img src="images/absent.png" alt="x">',
        '<img src="http://127.0.0.1/x.png" alt="x">',
        '<img src="https://book.invalid:1/images/disc.svg" alt="x">',
        '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">',
        '<base href="file:///etc/"><img src="passwd" alt="x">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<style>@import "http://127.0.0.1/x.css"</style>',
        "<style>@font-face { font-family: x; src: url(file:///etc/passwd) } p { font-family: x }</style><p>x",
        '<p style="background: url(https://example.org/x.png)">x',
        '<object data="file:///etc/passwd">x</object>',
    ],
)
def test_nothing_outside_the_book_is_reached(body: str) -> None:
    with pytest.raises(RenderingFailed, match="no part of the book"):
        small(body)


def test_a_drawing_cannot_reach_out_either() -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    with pytest.raises(RenderingFailed, match="no part of the book"):
        render('<html lang="en"><title>t</title><img src="a.svg" alt="x">', stylesheet="", resources={"a.svg": drawing})


def test_a_picture_that_stands_whole_in_a_drawing_is_drawn() -> None:
    embedded = f'<image width="9" height="9" href="data:image/png;base64,{b64encode(flat_png(9, 9)).decode()}"/>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{embedded}</svg>'.encode()
    page = '<html lang="en"><title>t</title><p><img src="a.svg" alt="x"></p>'
    done = render(page, stylesheet="", resources={"a.svg": drawing})
    pdf = pikepdf.open(BytesIO(done.pdf))
    assert any(item.get("/Subtype") == "/Image" for item in pdf.objects if isinstance(item, pikepdf.Stream))


@pytest.mark.parametrize(
    ("body", "limits", "said"),
    [
        ("<div>" * 2000 + "x", Limits(), "nested too deeply"),
        ('<table><tr><td colspan="1000000">x</table>', Limits(seconds=3), "did not finish within 3 seconds"),
        ("<p>" + "x " * 2000, Limits(memory=64 << 20), "memory"),
    ],
)
def test_a_limit_is_a_clear_failure(body: str, limits: Limits, said: str) -> None:
    with pytest.raises(RenderingFailed, match=said):
        small(body, limits=limits)


def test_its_time_is_that_of_a_processor_and_a_busy_machine_takes_none_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    waited: list[float] = []

    def run(command: object, timeout: float, **how: object) -> None:
        waited.append(timeout)
        raise subprocess.TimeoutExpired("", timeout)

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(RenderingFailed, match="within 30 seconds"):
        small("<p>x", limits=Limits(seconds=30))
    assert waited[0] > 10 * 30


LISTENING = """
import sys
started = []
sys.addaudithook(lambda event, told: started.append(told[0]) if event == "subprocess.Popen" else None)
import weasyprint
print(sorted(set(map(str, started)) - {"/sbin/ldconfig"}))
"""


def test_the_engine_finds_its_libraries_without_compilers(tmp_path: Path) -> None:
    command = (sys.executable, "-P", "-c", LISTENING)
    done = subprocess.run(command, env=engine._environment(tmp_path), capture_output=True, text=True, check=True)
    assert done.stdout.strip() in ("[]", "['ld']")  # asked for, and not there


PROGRAM = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from specimen import book, rendered
print(hashlib.sha256(rendered(book()).pdf).hexdigest())
"""


def test_the_same_bytes_from_any_folder_zone_language_and_seed(short: Rendering, tmp_path: Path) -> None:
    # Nothing is imported from there.
    (tmp_path / "logging.py").write_text("raise SystemExit('taken from the folder')")
    here = str(Path(specimen.__file__).parent)
    world = {**os.environ, "TZ": "Asia/Tokyo", "PYTHONHASHSEED": "7", "LANG": "de_DE.UTF-8", "LC_ALL": "C"}
    made = subprocess.run(
        (sys.executable, "-P", "-c", PROGRAM, here), cwd=tmp_path, env=world, capture_output=True, text=True, check=True
    )
    assert made.stdout.strip() == hashlib.sha256(short.pdf).hexdigest()
