"""Files in, one ZIP archive out: the same bytes for the same files (rules PK-03)."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST, _LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)  # what a ZIP archive can name


def archive(files: Mapping[str, bytes], modified: datetime) -> bytes:
    """An archive with every file by its name, in their order, all of the time ``modified``, and no extra fields."""
    moment = min(max(modified.timetuple()[:6], _EARLIEST), _LATEST)
    stream = BytesIO()
    with ZipFile(stream, "w") as made:
        for name in sorted(files):
            entry = ZipInfo(name, moment)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # the same on every machine
            made.writestr(entry, files[name], ZIP_DEFLATED, 9)
    return stream.getvalue()


def checksums(files: Mapping[str, bytes]) -> bytes:
    """A line for each file, as ``sha256sum --check`` reads them."""
    return "".join(f"{sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()
