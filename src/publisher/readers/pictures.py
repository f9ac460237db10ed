"""The pictures that a manuscript names: each is read once, cleaned, and kept under its path in the book's folder."""

from pathlib import Path
from urllib.parse import unquote

from publisher.model.assets import Asset
from publisher.model.faults import Fault, FaultKind
from publisher.readers.image_faults import ImageFault
from publisher.readers.images import MAX_BYTES, read_image
from publisher.readers.paths import Escaped, Missing, TooLarge, likely, read, resolve
from publisher.source import Span


class Pictures:
    """Gathers the pictures of one folder while its manuscript is read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.assets: dict[str, Asset] = {}
        self.faults: list[Fault] = []
        self._broken: set[str] = set()

    @property
    def seen(self) -> frozenset[str]:
        """The files that were found, whole or broken."""
        return frozenset(self.assets) | self._broken

    def find(self, written: str, at: Span) -> str:
        """The path of the picture that ``written`` names in the file of ``at``; empty, with a
        fault, if there is none."""
        if _is_remote(written):
            message = f"'{written[:120]}' would be fetched by readers"
            return self._refuse(FaultKind.REMOTE_RESOURCE, at, message, "copy the picture into the book's folder")
        located = resolve(self.folder, written, beside=at.file)
        if isinstance(located, Missing):
            located = resolve(self.folder, unquote(written), beside=at.file)
        if isinstance(located, Escaped):
            help = "write '/' between folders" if "\\" in written else "move the file into the book's folder"
            return self._refuse(FaultKind.PATH_ESCAPE, at, located.message, help)
        if isinstance(located, Missing):
            near = likely(self.folder, located)
            help = f"did you mean '{near}'?" if near else "correct the path"
            return self._refuse(FaultKind.FILE_MISSING, at, located.message, help)
        if located.path in self._broken:
            return ""
        if located.path not in self.assets:
            data = read(self.folder, located, limit=MAX_BYTES)
            if isinstance(data, TooLarge):
                self._broken.add(located.path)
                return self._refuse(FaultKind.OVERSIZE, at, data.message, "reduce it")
            asset = read_image(data, path=located.path)
            if isinstance(asset, ImageFault):
                self._broken.add(located.path)
                return self._refuse(asset.kind, at, asset.message, asset.help)
            self.assets[located.path] = asset
        return located.path

    def _refuse(self, kind: FaultKind, at: Span, message: str, help: str) -> str:
        self.faults.append(Fault(kind=kind, span=at, message=message, help=help))
        return ""


def _is_remote(written: str) -> bool:
    return written.startswith("//") or written.lower().startswith(("http:", "https:", "ftp:"))
