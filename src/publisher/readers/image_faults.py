"""Why a picture cannot be published, in words; the place in the author's files is the caller's to add."""

from dataclasses import dataclass

from publisher.model.faults import FaultKind

SUPPLY = "supply a PNG, JPEG, WebP, GIF or SVG"
MAX_PIXELS = 100_000_000
_MAX_UNPACKED = 1_000_000_000  # all frames of an animation together, in bytes
_UNREMARKABLE = 100_000_000  # what a page of flat colour may unpack to, however small its file
_MAX_RATIO = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageFault:
    """What a reader of pictures says in place of an Asset: the rule's matter, what is wrong, what to do instead."""

    kind: FaultKind
    message: str
    help: str


def unreadable(path: str, why: str, *, help: str = SUPPLY) -> ImageFault:
    return ImageFault(kind=FaultKind.IMAGE_UNREADABLE, message=f"'{path}' {why}", help=help)


def cut_short(path: str, name: str) -> ImageFault:
    return unreadable(path, f"is no whole {name}: it is damaged or cut short", help="copy it again, or save it anew")


def oversize(path: str, why: str, *, help: str = "reduce it") -> ImageFault:
    message = f"'{path}' is too large to process safely: {why}"
    return ImageFault(kind=FaultKind.OVERSIZE, message=message, help=help)


def active(path: str, what: str, *, help: str = "remove it: a book's pictures stand still") -> ImageFault:
    return ImageFault(kind=FaultKind.ACTIVE_CONTENT, message=f"active content in '{path}': {what}", help=help)


def remote(path: str, address: str) -> ImageFault:
    shown = address if len(address) <= 80 else address[:79] + "…"
    message = f"'{shown}' would be fetched by readers of '{path}'"
    return ImageFault(kind=FaultKind.REMOTE_RESOURCE, message=message, help="put what it points to into the picture")


def unfit(path: str, *, width: int, height: int, unpacked: int, packed: int) -> ImageFault | None:
    """What a picture's header alone says against decoding it: pixels, bytes when unpacked, bytes of packed pixels."""
    if not width or not height:
        return unreadable(path, "has no width or no height")
    if width * height > MAX_PIXELS:
        return oversize(path, f"{width} × {height} pixels; the limit is {MAX_PIXELS // 1_000_000} million")
    if unpacked > _MAX_UNPACKED or unpacked > max(_UNREMARKABLE, _MAX_RATIO * packed):
        return oversize(path, f"{packed:,} bytes unpack to {unpacked:,}")
    return None
