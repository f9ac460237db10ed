"""Promise 8: safe for campaigners. Nothing leaks, nothing is fetched.

A book lies in somebody's home, with pictures from a telephone and a drawing program, with remarks that are nobody's
business. It is built in every edition with sockets denied, and each finished file is taken apart to its last stream.
"""

import io
import os
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pikepdf
import pytest
from PIL import Image, ImageCms
from press_profile import press_profile
from sources import laid

from publisher.editions import EDITIONS

TESTS = Path(__file__).parents[1]
SECRET = "Zquorv"  # in all that must not get out, in whatever case
NAMED_BY = ("audio", "braille")  # made where their engines are
MANIFEST = f"""\
# {SECRET} keeps the original at /home/{SECRET}/secret
book: {{title: A Book, language: en-GB, slug: a-book, date: 2026-01-05}}
chapters: [chapters/01.md]
figures:
  street: {{image: images/street.jpg, alt: A street at night., caption: The street, credit: A friend, kind: photo}}
  shore: {{image: images/shore.png, alt: A shore at low tide., caption: The shore, kind: photo}}
  roof: {{image: images/roof.webp, alt: A roof with slates., caption: The roof, credit: A friend, kind: photo}}
  plan: {{image: images/plan.svg, alt: Four rooms around a yard., caption: The plan, credit: A friend, kind: illustration}}
accessibility: {{contact: {{email: books@example.org}}}}
editions:
  epub: {{}}
  pdf: {{}}
  press: {{profile: press.icc}}
  large-print: {{}}
  handout: {{chapters: [chapters/01.md], title: A Handout}}
  booklet: {{of: pdf}}
  web: {{}}
  text: {{}}
  pack: {{include: [epub, pdf, large-print, handout, booklet, web, text]}}
"""
CHAPTER = f"""\
# One

<!-- {SECRET} was here -->

Words for everybody.<!-- {SECRET} wrote this --> And more.

![street]

![shore]

![roof]

![plan]
"""
DRAWING = f"""\
<?xml version="1.0"?>
<!-- drawn by {SECRET} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
 xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="{SECRET}.svg" viewBox="0 0 30 20"
 inkscape:export-filename="/home/{SECRET}/plan.png">
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:creator>{SECRET}</dc:creator></rdf:RDF></metadata>
<sodipodi:namedview inkscape:current-layer="{SECRET}"/>
<g inkscape:label="{SECRET}"><rect x="3" y="3" width="24" height="14" fill="#0b4f5c"/></g></svg>
"""


@cache
def swapped() -> bytes:
    """A colour profile whose red is the blue of sRGB, and the other way round, so that heeding it shows."""
    whole = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    (count,) = struct.unpack_from(">I", whole, 128)
    places = {bytes(whole[132 + 12 * n : 136 + 12 * n]): 132 + 12 * n for n in range(count)}
    red, blue = places[b"rXYZ"], places[b"bXYZ"]
    whole[red : red + 4], whole[blue : blue + 4] = whole[blue : blue + 4], whole[red : red + 4]
    return bytes(whole).replace("sRGB".encode("utf-16-be"), "Zwap".encode("utf-16-be")).replace(b"sRGB", b"Zwap")


def telling() -> Image.Exif:
    """What a telephone writes into a picture, and its owner's name."""
    block = Image.Exif()
    block[0x013B] = SECRET  # artist
    block.get_ifd(0x8769).update({0xA431: f"{SECRET}-serial", 0x927C: f"{SECRET}-maker".encode()})
    block.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 59.0), 3: "W", 4: (0.0, 7.0, 32.0), 29: SECRET})
    return block


def taken(kind: str) -> bytes:
    """A red picture in the swapped colours, with all that a telephone tells."""
    out = io.BytesIO()
    xmp = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{SECRET}</x:xmpmeta>".encode()
    more = {"comment": SECRET} if kind == "JPEG" else {"xmp": xmp} if kind == "WEBP" else {}
    picture = Image.new("RGB", (1200, 900), (255, 0, 0))
    picture.save(out, kind, exif=telling().tobytes(), icc_profile=swapped(), **more)  # type: ignore[arg-type]
    data = out.getvalue()
    return data + f"{SECRET} behind the picture".encode() if kind != "WEBP" else data


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a book in it, and with things beside the book."""
    home = tmp_path_factory.mktemp("home") / SECRET
    files = {
        "book/book.yaml": MANIFEST.encode(),
        "book/chapters/01.md": CHAPTER.encode(),
        "book/styles/base.css": f"/* {SECRET} likes it so */\nh2 {{ margin-top: 2em }}\n".encode(),
        "book/images/street.jpg": taken("JPEG"),
        "book/images/shore.png": taken("PNG"),
        "book/images/roof.webp": taken("WEBP"),
        "book/images/plan.svg": DRAWING.encode(),
        "book/press.icc": press_profile(),
        "beside.md": b"# Nobody's business\n",
        ".gitconfig": f"[user]\nname = {SECRET}\n".encode(),
    }
    return laid(home, files)


@pytest.fixture(scope="module")
def watched(home: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """The build of every edition that the book names, and what it opened."""
    log = tmp_path_factory.mktemp("watched") / "log"
    who = dict.fromkeys(("USER", "LOGNAME", "NAME", "EMAIL", "HOSTNAME"), SECRET)
    path = os.pathsep.join(filter(None, (str(TESTS / "watch"), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, **who, "HOME": str(home), "WATCHED": str(log), "PYTHONPATH": path}
    command = [sys.executable, "-m", "publisher", "-C", str(home / "book"), "build", "--format", "concise"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=900)
    return done, log.read_text(encoding="utf-8", errors="replace").splitlines()


@pytest.fixture(scope="module")
def finished(home: Path, watched: object) -> dict[str, bytes]:
    """What was built, by name; the report is the editor's own, and names the files of the book."""
    out = home / "book/dist"
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """A file, and all that is in it: the members of an archive, the streams and words of a PDF, what pictures carry."""
    yield name, data
    if is_zipfile(io.BytesIO(data)) and data[:2] == b"PK":
        with ZipFile(io.BytesIO(data)) as archive:
            yield f"{name}!comment", archive.comment
            for info in archive.infolist():
                yield f"{name}!{info.filename}!entry", info.filename.encode() + info.comment + info.extra
                yield from unpacked(f"{name}!{info.filename}", archive.read(info))
    elif data[:5] == b"%PDF-":
        with pikepdf.open(io.BytesIO(data)) as pdf:
            for number, thing in enumerate(pdf.objects):
                yield f"{name}!{number}", repr(thing).encode()
                yield from _streamed(f"{name}!{number}", thing)
    elif Path(name).suffix in (".jpg", ".png", ".webp"):
        yield f"{name}!info", repr({k: v for k, v in Image.open(io.BytesIO(data)).info.items()}).encode()


def _streamed(name: str, thing: object) -> Iterator[tuple[str, bytes]]:
    if isinstance(thing, pikepdf.Stream):
        try:
            yield f"{name}!stream", thing.read_bytes()
        except pikepdf.PdfError:  # a picture: what its own format holds
            yield f"{name}!raw", thing.read_raw_bytes()


def forms(word: str) -> tuple[bytes, ...]:
    return tuple(word.lower().encode(coding) for coding in ("utf-8", "utf-16-le"))


def test_every_edition_was_built(
    watched: tuple[subprocess.CompletedProcess[str], list[str]], finished: dict[str, bytes]
) -> None:
    done, _ = watched
    assert done.returncode == 0, done.stdout + done.stderr
    made = {line.split()[0] for line in done.stderr.splitlines() if line.endswith(" made")}
    assert made == {name for name in EDITIONS if name not in NAMED_BY}


def test_nothing_planted_is_in_any_file(finished: dict[str, bytes]) -> None:
    parts = [part for name, data in finished.items() for part in unpacked(name, data)]
    assert len(parts) > 500
    assert [name for name, data in parts if any(form in data.lower() for form in forms(SECRET))] == []


def test_the_search_would_find_what_is_planted(home: Path) -> None:
    """The control: each source holds the secret, as this test looks for it."""
    sources = [path for path in (home / "book/images").iterdir()]
    for path in sources:
        parts = list(unpacked(path.name, path.read_bytes()))
        assert any(form in data.lower() for _, data in parts for form in forms(SECRET)), path.name


def test_pictures_keep_their_colours_and_nothing_else(finished: dict[str, bytes]) -> None:
    parts = [part for name, data in finished.items() for part in unpacked(name, data)]
    pictures = [
        (name, data) for name, data in parts if Path(name).suffix in (".jpg", ".png", ".webp") and "report" not in name
    ]
    assert {Path(name).suffix for name, _ in pictures} == {".jpg", ".png", ".webp"}
    for name, data in pictures:
        info = Image.open(io.BytesIO(data)).info
        assert info.get("icc_profile") == swapped(), name
        assert not set(info) & {"exif", "xmp", "comment", "photoshop", "XML:com.adobe.xmp"}, name


def test_the_page_heeds_the_colour_profile(finished: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(finished["a-book.pdf"])) as pdf:
        pictures = [pikepdf.PdfImage(image) for page in pdf.pages for image in page.get_images().values()]
        seen = [image.as_pil_image().convert("RGB").getpixel((5, 5)) for image in pictures]
    assert len(seen) >= 3
    for red, _, blue in seen:  # type: ignore[misc]
        assert blue > 200 and red < 60


def test_no_socket_is_asked_for(watched: tuple[subprocess.CompletedProcess[str], list[str]]) -> None:
    assert [line for line in watched[1] if not line.startswith("open\t")] == []


def test_nothing_is_read_outside_the_book(
    home: Path, watched: tuple[subprocess.CompletedProcess[str], list[str]]
) -> None:
    opened = {line.partition("\t")[2] for line in watched[1]}
    assert len([path for path in opened if path.startswith(f"{home}/book/")]) > 8
    assert [path for path in opened if path.startswith(f"{home}/") and not path.startswith(f"{home}/book/")] == []
    people = ("/etc/passwd", "/etc/group", "/etc/hosts", "/etc/hostname", "/etc/machine-id", "/etc/resolv.conf")
    assert opened.isdisjoint(people)


def test_a_photograph_without_a_credit_is_a_finding(
    watched: tuple[subprocess.CompletedProcess[str], list[str]],
) -> None:
    assert "book.yaml:6:3: warning[IMG-18]" in watched[0].stdout


@pytest.fixture(scope="module")
def trap() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine that sends whoever comes to a file of it, and who has come."""
    came: list[str] = []

    class Redirect(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            came.append(self.path)
            self.send_response(302)
            self.send_header("Location", "file:///etc/hosts")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Redirect)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", came
    server.shutdown()
    server.server_close()


FETCHED = {
    "a picture far away": ("chapters/01.md", "![A moon](ADDRESS/moon.png)", "SEC-02"),
    "a picture of this machine": ("chapters/01.md", "![A moon](file:///etc/hosts)", "SEC-03"),
    "an attachment": ("chapters/01.md", '<link rel="attachment" href="file:///etc/hosts">', "SEC-01"),
    "a frame": ("chapters/01.md", '<iframe src="ADDRESS/page"></iframe>', "SEC-01"),
    "an import": ("styles/print.css", '@import "ADDRESS/sheet.css";', "SEC-02"),
    "a background": ("styles/base.css", "h2 { background: url(ADDRESS/moon.png) }", "SEC-02"),
    "a drawing's picture": (
        "images/plan.svg",
        DRAWING.replace("<rect", '<image href="ADDRESS/moon.png"/><rect'),
        "SEC-02",
    ),
}


@pytest.mark.parametrize("name", FETCHED)
@pytest.mark.parametrize("profile", ["release", "draft"])
def test_what_would_be_fetched_is_refused(
    name: str, profile: str, home: Path, trap: tuple[str, list[str]], tmp_path: Path
) -> None:
    file, text, code = FETCHED[name]
    address, came = trap
    book = tmp_path / "book"
    for path in (home / "book").rglob("*"):
        if path.is_file() and not {"dist", ".publisher"} & set(path.relative_to(home / "book").parts):
            (book / path.relative_to(home / "book")).parent.mkdir(parents=True, exist_ok=True)
            (book / path.relative_to(home / "book")).write_bytes(path.read_bytes())
    before = (book / file).read_text(encoding="utf-8") if file.endswith(".md") else ""
    (book / file).write_text(
        before + "\n" + text.replace("ADDRESS", address) + "\n" if before else text.replace("ADDRESS", address)
    )
    command = [
        sys.executable,
        "-m",
        "publisher",
        "-C",
        str(book),
        "build",
        "epub",
        "--profile",
        profile,
        "--format",
        "concise",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"error[{code}]" in done.stdout
    assert not (book / "dist/a-book.epub").exists()
    assert came == []
