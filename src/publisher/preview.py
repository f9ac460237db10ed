"""A book as it is being written, for its author's own browser: web pages, printed pages as pictures, the report.

Everything is made in memory and answered from there, to this machine alone. Nothing is put down, and no page changes
under its reader: whoever wants the newer one asks for it again.
"""

import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urlsplit

from publisher.diagnostics import Diagnostic
from publisher.editions.edition import Options
from publisher.examine import Examined, green, hindrances
from publisher.files import Cache
from publisher.publish import PRINT, recorded, report, wanted, write
from publisher.reports.leaves import leaf
from publisher.reports.proof import FRONT, proof

HOST = "127.0.0.1"
_SHOWN = (PRINT, "handout", "web")  # what is looked at; what the web pages list is made with them
_NAMES = frozenset({HOST, "localhost"})
_PAGE = re.compile(r"(.+\.pdf)/([0-9]{1,9})\.png")
# Nothing that a manuscript holds runs, or asks another machine.
_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a browser is given: ``files`` by their paths, and the pictures of their pages as ``file.pdf/1.png``.

    ``failures`` are the reasons why editions are not there, by their names.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Diagnostic, ...] = ()
    failures: Mapping[str, str] = field(default_factory=dict)

    def found(self, path: str) -> bytes | None:
        """What stands at ``path``, as a browser writes it; None where there is nothing."""
        name = ""
        with suppress(ValueError):  # what is no address
            name = unquote(urlsplit(path).path).removeprefix("/") or FRONT
        if page := _PAGE.fullmatch(name):
            return leaf(self.files.get(page[1], b""), int(page[2]))
        return self.files.get(name)


def preview(examined: Examined, folder: Path, *, jobs: int) -> Preview:
    """The draft of a book; only the report where an error forbids even that."""
    options = Options(draft=True, green=green(examined.findings), cache=Cache(folder / ".publisher"))
    refused = hindrances(examined.findings, draft=True)
    asked = [name for name in _SHOWN if name in (PRINT, "web", *wanted(examined.book))]
    made = () if refused else write(examined.book, asked, options=options, jobs=jobs, examined=examined)
    kept = recorded(examined, made, options=options)
    return Preview(
        files={**kept.files, **report(examined, made, options=options), FRONT: proof(kept)},
        findings=kept.findings,
        failures=kept.failures,
    )


class Server(ThreadingHTTPServer):
    """Answers this machine's browsers with what ``shown`` holds. Raises OSError where the port is taken."""

    daemon_threads = True
    shown = Preview()

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Answer)

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away before its answer has come, as on a quick reload, is not told of."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.server_port}/"


class _Answer(BaseHTTPRequestHandler):
    server: Server
    timeout = 60  # seconds without a word

    def do_GET(self) -> None:
        """What stands at the path. A page elsewhere that calls itself by another name is told nothing."""
        if self.headers.get("Host", "").partition(":")[0] not in _NAMES:
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        data = self.server.shown.found(self.path)
        if data is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        kind = guess_type(urlsplit(self.path).path)[0] or "text/html"
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Content-Security-Policy", _POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is said of what is asked for."""
