"""The only world that a page can reach: the edition's own files, on a host that does not exist."""

from base64 import b64decode
from collections.abc import Mapping
from mimetypes import MimeTypes
from urllib.parse import unquote, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from publisher.paper.images import to_srgb

# A virtual host, so that names of resources, and with them the bytes of the PDF, depend on no folder (RFC 6761).
HOST = "book.invalid"
BASE = f"https://{HOST}/"
_TYPES = MimeTypes()  # its own table: the machine's lists are not asked


class BookFetcher(URLFetcher):  # type: ignore[misc]
    """Serves ``resources`` by their path, and the pictures that stand whole in their drawings; any other address stops
    the rendering.

    ``refused`` says what was asked for in vain: the engine swallows what is raised while a drawing is painted.
    """

    def __init__(self, resources: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("https",), allow_redirects=False, fail_on_errors=True)
        self._resources = resources
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        if url.startswith("data:image/") and any(url.encode() in drawing for drawing in self._resources.values()):
            head, _, data = url.partition(",")
            return URLFetcherResponse(url, to_srgb(b64decode(data)), {"Content-Type": head[5:].partition(";")[0]})
        parts = urlsplit(url)
        name = unquote(parts.path).removeprefix("/")
        if (parts.scheme, parts.netloc) != ("https", HOST) or name not in self._resources:
            self.refused.append(f"the page asks for {url[:200]!r}, which is no part of the book")
            raise FatalURLFetchingError(self.refused[-1])
        kind = _TYPES.guess_type(name)[0] or "application/octet-stream"
        return URLFetcherResponse(url, self._resources[name], {"Content-Type": kind})
