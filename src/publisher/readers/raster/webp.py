"""WebP (RFC 9649): walked chunk by chunk; what is no picture, colour profile or animation goes."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault, cut_short, unfit
from publisher.readers.raster.exif import read_exif
from publisher.readers.raster.icc import COLOUR, is_profile
from publisher.readers.raster.upright import upright

_FRAME_HEADER = 16  # RFC 9649 §2.7.1.1: an ANMF chunk holds its place and time, then chunks of its own
_ICC_FLAG, _EXIF_FLAG, _XMP_FLAG = 0x20, 0x08, 0x04
_BITMAPS = frozenset({b"VP8 ", b"VP8L"})
_KEPT = _BITMAPS | {b"VP8X", b"ICCP", b"ALPH", b"ANIM", b"ANMF"}
_NAMES = {b"XMP ": "XMP", b"ICCP": "broken colour profile"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    name: bytes
    body: bytes

    @property
    def written(self) -> bytes:
        return struct.pack("<4sI", self.name, len(self.body)) + self.body + b"\0" * (len(self.body) & 1)


def read_webp(data: bytes, *, path: str) -> Asset | ImageFault:
    """The picture without its Exif and XMP, the right way up; its colour profile stays."""
    end = 8 + int.from_bytes(data[4:8], "little")
    chunks = tuple(_chunks(data[12:end]))
    sizes = _sizes(chunks)
    whole = len(data) >= end and 12 + sum(8 + len(c.body) + (len(c.body) & 1) for c in chunks) >= end
    extended = [chunk.body for chunk in chunks if chunk.name == b"VP8X"]
    if not whole or not sizes or (0, 0) in sizes or any(len(body) != 10 for body in extended):
        return cut_short(path, "WebP")
    width, height = _canvas(extended[0]) if extended else sizes[0]
    area = max(width * height, sum(columns * rows for columns, rows in sizes))
    if fault := unfit(path, width=width, height=height, unpacked=4 * area, packed=len(data)):
        return fault
    clean, lost = _cleaned(chunks)
    if data[end:].strip(b"\0\r\n"):
        lost = (*lost, "trailing data")
    turn = next((read_exif(_tiff(chunk.body)).orientation for chunk in chunks if chunk.name == b"EXIF"), 1)
    if turn > 1 and not any(chunk.name == b"ANMF" for chunk in chunks):
        turned = upright(clean, turn)
        if turned is None:
            return cut_short(path, "WebP")
        clean = turned
        width, height = (height, width) if turn > 4 else (width, height)
    return Asset(path=path, media_type="image/webp", data=clean, width=width, height=height, stripped=lost)


def frames(data: bytes) -> int:
    """How many pictures play after one another."""
    return max(1, sum(chunk.name == b"ANMF" for chunk in _chunks(data[12:])))


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """Each chunk in turn; fewer where the data ends inside one."""
    place = 0
    while len(data) >= place + 8:
        name, size = struct.unpack_from("<4sI", data, place)
        body = data[place + 8 : place + 8 + size]
        if len(body) < size:
            return
        yield _Chunk(name=name, body=body)
        place += 8 + size + (size & 1)


def _sizes(chunks: tuple[_Chunk, ...]) -> tuple[tuple[int, int], ...]:
    """Width and height of every bitmap, those of an animation too; (0, 0) for one that is broken."""
    inner = tuple(c for chunk in chunks if chunk.name == b"ANMF" for c in _chunks(chunk.body[_FRAME_HEADER:]))
    return tuple(_size(chunk) for chunk in chunks + inner if chunk.name in _BITMAPS)


def _size(chunk: _Chunk) -> tuple[int, int]:
    body = chunk.body
    if chunk.name == b"VP8L":  # RFC 9649 §3.4: a signature, then twice 14 bits
        bits = int.from_bytes(body[1:5], "little")
        return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1) if body[:1] == b"/" and len(body) > 5 else (0, 0)
    tag = int.from_bytes(body[:3], "little")  # RFC 6386 §9.1: a key frame, and the length of its first partition
    if len(body) < 10 or tag & 1 or body[3:6] != b"\x9d\x01\x2a" or 10 + (tag >> 5) > len(body):
        return 0, 0
    return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF


def _canvas(extended: bytes) -> tuple[int, int]:
    return int.from_bytes(extended[4:7], "little") + 1, int.from_bytes(extended[7:10], "little") + 1


def _cleaned(chunks: tuple[_Chunk, ...]) -> tuple[bytes, tuple[str, ...]]:
    """The file anew from the chunks that stay, and the names of those that do not."""
    coloured = any(chunk.name == b"ICCP" and is_profile(chunk.body, COLOUR) for chunk in chunks)
    names = _KEPT if coloured else _KEPT - {b"ICCP"}
    lost = dict.fromkeys(name for chunk in chunks if chunk.name not in names for name in _lost(chunk))
    unset = _EXIF_FLAG | _XMP_FLAG | (0 if coloured else _ICC_FLAG)
    body = b"".join(_published(chunk, unset).written for chunk in chunks if chunk.name in names)
    return b"RIFF" + (4 + len(body)).to_bytes(4, "little") + b"WEBP" + body, tuple(lost)


def _published(chunk: _Chunk, unset: int) -> _Chunk:
    match chunk.name:
        case b"VP8X":
            return _Chunk(name=chunk.name, body=bytes((chunk.body[0] & ~unset,)) + chunk.body[1:])
        case b"ANMF":
            inner = b"".join(c.written for c in _chunks(chunk.body[_FRAME_HEADER:]) if c.name in _KEPT)
            return _Chunk(name=chunk.name, body=chunk.body[:_FRAME_HEADER] + inner)
    return chunk


def _lost(chunk: _Chunk) -> tuple[str, ...]:
    if chunk.name == b"EXIF":
        return read_exif(_tiff(chunk.body)).holds
    return (_NAMES.get(chunk.name, f"{chunk.name.decode('latin-1').strip()} data"),)


def _tiff(body: bytes) -> bytes:
    return body.removeprefix(b"Exif\0\0")  # some programs write JPEG's prefix too
