"""What an author's browser is shown: the draft as it stands, from memory, to this machine alone."""

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from io import BytesIO
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
from PIL import Image
from sources import laid

from publisher.cli.preview import is_written
from publisher.examine import examine
from publisher.preview import HOST, Preview, Server, preview

MANIFEST = """\
book: {title: Tides, slug: tides, language: en-GB, date: 2026-01-05}
chapters: [one.md]
editions: {pdf: {page: A5}, web: {}}
accessibility: {contact: {email: books@example.org}}
"""
MOON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="4"/></svg>'
FILES = {"book.yaml": MANIFEST, "one.md": "# One\n\nThe sea is green.\n"}
PATIENCE = 120  # seconds


def shown(folder: Path) -> Preview:
    return preview(examine(folder), folder, jobs=2)


@pytest.fixture(scope="module")
def tides(tmp_path_factory: pytest.TempPathFactory) -> Preview:
    return shown(laid(tmp_path_factory.mktemp("tides"), FILES))


@pytest.fixture
def server(tides: Preview) -> Iterator[Server]:
    with Server(0) as made:
        made.shown = tides
        Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def asked(server: Server, path: str, method: str = "GET", **headers: str) -> tuple[int, str, bytes]:
    connection = HTTPConnection(HOST, server.server_port, timeout=PATIENCE)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    return answer.status, answer.headers["Content-Type"], answer.read()


def test_the_first_page_leads_to_all_that_is_there(tides: Preview) -> None:
    front = (tides.found("/") or b"").decode()
    ways = re.findall(r'(?:href|src)="([^"#]+)"', front)
    assert {"tides-web/index.html", "tides.pdf", "tides.pdf/1.png", "report.html"} <= set(ways)
    assert [way for way in ways if tides.found(f"/{way}") is None] == []


def test_web_pages_say_that_they_are_a_draft_and_lead_on(tides: Preview) -> None:
    page = (tides.found("/tides-web/index.html?again") or b"").decode()
    assert "draft" in page.lower()
    assert b"The sea is green." in (tides.found("/tides-web/one.html") or b"")


def test_pages_are_pictures_that_can_be_read(tides: Preview) -> None:
    with Image.open(BytesIO(tides.found("/tides.pdf/1.png") or b"")) as picture:
        assert (picture.format, picture.width) == ("PNG", 1000)


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/tides.pdf/0.png", "/tides.pdf/999.png", "/other.pdf/1.png", "/../book.yaml", "/%2e%2e/one.md",
     "/%252e%252e/one.md", "/%00", "/%ff", "//[", "http://[::1/", f"/tides.pdf/{'9' * 5000}.png"],
)  # fmt: skip
def test_nothing_else_is_answered(path: str, tides: Preview) -> None:
    assert tides.found(path) is None


def test_a_browser_on_this_machine_is_answered(server: Server) -> None:
    status, kind, body = asked(server, "/")
    assert (status, kind) == (200, "text/html; charset=utf-8") and b"Preview: " in body
    assert asked(server, "/tides-web/style.css")[1] == "text/css; charset=utf-8"
    assert asked(server, "/", "HEAD")[::2] == (200, b"")
    assert asked(server, "/nowhere")[0] == 404
    assert asked(server, "/", "POST")[0] == 501


@pytest.mark.parametrize("name", ["example.org", "127.0.0.1.example.org", ""])
def test_a_page_elsewhere_that_takes_our_address_is_told_nothing(name: str, server: Server) -> None:
    status, _, body = asked(server, "/", Host=name)
    assert status == 403 and b"Tides" not in body


@pytest.mark.parametrize(("lost", "told"), [(ConnectionResetError, False), (BrokenPipeError, False), (KeyError, True)])
def test_a_browser_that_went_away_is_not_told_of(
    lost: type[Exception], told: bool, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise lost
    except lost:
        server.handle_error(None, (HOST, 1))
    assert bool(capsys.readouterr().err) is told


def test_errors_of_content_are_shown_in_the_draft_and_in_the_report(tmp_path: Path) -> None:
    made = shown(laid(tmp_path, {**FILES, "moon.svg": MOON, "one.md": "# One\n\n![](moon.svg)\n"}))
    assert made.findings and b"IMG-01" in (made.found("/report.html") or b"")
    assert made.found("/tides-web/index.html")


def test_what_no_draft_is_made_of_has_its_report(tmp_path: Path) -> None:
    made = shown(laid(tmp_path, {**FILES, "book.yaml": MANIFEST + "colour: red\n"}))
    assert [finding.rule.code for finding in made.findings] and not made.found("/tides.pdf")
    assert b"MAN-" in (made.found("/report.html") or b"") and made.found("/")


def test_each_save_is_shown_and_a_broken_manifest_takes_nothing_away(tmp_path: Path) -> None:
    folder = laid(tmp_path, FILES)
    command = (sys.executable, "-m", "publisher", "-C", str(folder), "preview", "--port", "0")
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, preexec_fn=answering) as process:
        try:
            assert process.stdout and process.stderr
            port = int(process.stdout.readline().rpartition(":")[2].strip("/\n"))
            (folder / "book.yaml").write_text("book: [", encoding="utf-8")
            assert "MAN-01" in process.stdout.readline()
            assert b"The sea is green." in page(port)
            laid(folder, {**FILES, "one.md": "# One\n\nThe sea is grey.\n"})
            end = monotonic() + PATIENCE
            while b"The sea is grey." not in page(port) and monotonic() < end:
                sleep(0.2)
            assert b"The sea is grey." in page(port)
            process.send_signal(signal.SIGINT)
            assert process.wait(PATIENCE) == 130
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()
    assert sorted(path.name for path in folder.iterdir()) == [".publisher", "book.yaml", "one.md"]


def answering() -> None:
    """SIGINT is answered, even where we are a job in the background, which ignores it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def page(port: int) -> bytes:
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    connection.request("GET", "/tides-web/one.html")
    return connection.getresponse().read()


def test_a_port_that_is_taken_is_told(tmp_path: Path, server: Server) -> None:
    folder = laid(tmp_path, FILES)
    command = (sys.executable, "-m", "publisher", "-C", str(folder), "preview", "--port", str(server.server_port))
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 2 and "Choose another with --port" in done.stderr


@pytest.mark.parametrize(
    ("path", "written"),
    [("chapters/one.md", True), ("book.yaml", True), ("dist/x.pdf", False), (".publisher/pages", False),
     ("chapters/.one.md.swp", False), (".dist-unfinished-7/x.pdf", False)],
)  # fmt: skip
def test_only_what_an_author_writes_is_a_save(path: str, written: bool, tmp_path: Path) -> None:
    assert is_written(tmp_path / path, tmp_path) is written
