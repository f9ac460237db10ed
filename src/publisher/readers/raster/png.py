"""PNG (W3C PNG, third edition): walked chunk by chunk; every pixel is unpacked once and counted, none is decoded."""

import struct
import zlib
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault, cut_short, oversize, unfit, unreadable
from publisher.readers.raster.exif import read_exif
from publisher.readers.raster.icc import COLOUR, GREY, is_profile
from publisher.readers.raster.upright import upright

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CRITICAL = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_COLOUR = frozenset({b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"pHYs"})
_FRAMES = frozenset({b"acTL", b"fcTL", b"fdAT"})
# PNG §11.3: how many bytes each holds. What is said in another length is not said, and some decoders stop at it.
_LENGTHS: Mapping[bytes, Container[int]] = {
    b"gAMA": (4,),
    b"cHRM": (32,),
    b"sRGB": (1,),
    b"cICP": (4,),
    b"sBIT": range(1, 5),
    b"pHYs": (9,),
    b"acTL": (8,),
    b"fcTL": (26,),
}
_CLEAR: Mapping[int, Container[int]] = {0: (2,), 2: (6,), 3: range(1, 257)}  # tRNS, by colour type
_NAMES = {
    b"tEXt": "comment",
    b"zTXt": "comment",
    b"iTXt": "comment",
    b"tIME": "time",
    b"bKGD": "background",
    b"iCCP": "broken colour profile",
}
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type: PNG §11.2.1, table 12
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# PNG §8, Adam7: first column, first row, column step, row step of each pass.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_MAX_PROFILE = 16_000_000
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chunk:
    name: bytes
    body: bytes

    @property
    def written(self) -> bytes:
        check = zlib.crc32(self.body, zlib.crc32(self.name))
        return struct.pack(">I4s", len(self.body), self.name) + self.body + check.to_bytes(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Header:
    width: int
    height: int
    depth: int
    colour: int
    interlaced: bool

    @property
    def unpacked(self) -> int:
        """Bytes of all rows, each with its filter byte (PNG §7.2)."""
        passes = _PASSES if self.interlaced else ((0, 0, 1, 1),)
        sizes = (((self.width - x + dx - 1) // dx, (self.height - y + dy - 1) // dy) for x, y, dx, dy in passes)
        bits = self.depth * _SAMPLES[self.colour]
        return sum(rows * (1 + (columns * bits + 7) // 8) for columns, rows in sizes if columns > 0 and rows > 0)


def read_png(data: bytes, *, path: str) -> Asset | ImageFault:
    """The picture without its texts, times and Exif block, the right way up; colour and transparency stay."""
    chunks = tuple(_chunks(data))
    # PNG §5.4: a capital first letter marks a chunk that a reader must understand. Apple's CgBI is one.
    if strange := next((c.name for c in chunks if c.name[0] & 0x20 == 0 and c.name not in _CRITICAL), b""):
        return unreadable(path, f"is a PNG of a private kind, {strange.decode('latin-1')}", help="save it anew as PNG")
    header = _header(chunks[0]) if chunks else None
    if header is None or chunks[-1].name != b"IEND":
        return cut_short(path, "PNG")
    if fault := _fault(chunks, header, path):
        return fault
    kept = tuple(chunk for chunk in chunks if _is_kept(chunk, header))
    names = dict.fromkeys(name for chunk in chunks if not _is_kept(chunk, header) for name in _names(chunk))
    if len(data) > len(SIGNATURE) + sum(12 + len(chunk.body) for chunk in chunks):
        names["trailing data"] = None
    clean = SIGNATURE + b"".join(chunk.written for chunk in kept)
    width, height = header.width, header.height
    turn = next((read_exif(chunk.body).orientation for chunk in chunks if chunk.name == b"eXIf"), 1)
    if turn > 1 and not any(chunk.name in _FRAMES for chunk in kept):
        turned = upright(clean, turn)
        if turned is None:
            return cut_short(path, "PNG")
        clean = turned
        width, height = (height, width) if turn > 4 else (width, height)
    return Asset(path=path, media_type="image/png", data=clean, width=width, height=height, stripped=tuple(names))


def frames(data: bytes) -> int:
    """How many pictures play after one another (PNG §11.3.6: acTL)."""
    return max((int.from_bytes(c.body[:4]) for c in _chunks(data) if c.name == b"acTL"), default=1)


def _chunks(data: bytes) -> Iterator[_Chunk]:
    """Each chunk in turn up to IEND; fewer where the file is cut short or a checksum is wrong."""
    place = len(SIGNATURE)
    while len(data) >= place + 12:
        length, name = struct.unpack_from(">I4s", data, place)
        chunk = _Chunk(name=name, body=data[place + 8 : place + 8 + length])
        place += 12 + length
        if len(data) < place or int.from_bytes(data[place - 4 : place]) != zlib.crc32(chunk.body, zlib.crc32(name)):
            return
        yield chunk
        if name == b"IEND":
            return


def _header(chunk: _Chunk) -> _Header | None:
    if chunk.name != b"IHDR" or len(chunk.body) != 13:
        return None
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", chunk.body)
    if depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlace > 1:
        return None
    return _Header(width=width, height=height, depth=depth, colour=colour, interlaced=bool(interlace))


def _fault(chunks: tuple[_Chunk, ...], header: _Header, path: str) -> ImageFault | None:
    packed = [chunk.body for chunk in chunks if chunk.name == b"IDAT"]
    drawn = [struct.unpack_from(">II", c.body, 4) for c in chunks if c.name == b"fcTL" and len(c.body) == 26]
    moving = sum(columns * rows for columns, rows in drawn) * 4
    size = sum(len(chunk.body) for chunk in chunks if chunk.name in (b"IDAT", b"fdAT"))
    unpacked = header.unpacked if header.width and header.height else 0
    if fault := unfit(path, width=header.width, height=header.height, unpacked=max(unpacked, moving), packed=size):
        return fault
    # PNG §5.6: one header, and a palette where pixels are places in one.
    names = Counter(chunk.name for chunk in chunks)
    if names[b"IHDR"] > 1 or (header.colour == 3 and not names[b"PLTE"]):
        return cut_short(path, "PNG")
    found = _inflated(packed, unpacked)
    if found > unpacked:
        return oversize(path, "it unpacks to more than its header says", help="save it anew")
    return None if found == unpacked else cut_short(path, "PNG")


def _inflated(packed: Iterable[bytes], limit: int) -> int:
    """How many bytes come out, counted to just above ``limit`` and held a piece at a time; fewer where it is broken."""
    stream, count = zlib.decompressobj(), 0
    try:
        for waiting in packed:
            while waiting and count <= limit and not stream.eof:
                count += len(stream.decompress(waiting, _PIECE))
                waiting = stream.unconsumed_tail
        while count <= limit and (rest := stream.decompress(b"", _PIECE)):
            count += len(rest)
    except zlib.error:
        return -1
    return count


def _is_kept(chunk: _Chunk, header: _Header) -> bool:
    size = len(chunk.body)
    if chunk.name == b"iCCP":
        return _has_profile(chunk.body, GREY if header.colour in (0, 4) else COLOUR)
    if chunk.name == b"tRNS":
        return size in _CLEAR.get(header.colour, ())
    if chunk.name == b"fdAT" and size < 4 or size not in _LENGTHS.get(chunk.name, (size,)):
        return False
    return chunk.name in _CRITICAL | _COLOUR | _FRAMES


def _has_profile(body: bytes, space: bytes) -> bool:
    _, _, packed = body.partition(b"\0")  # PNG §11.3.2.3: a name, a zero, the method, which is 0, and the profile
    try:
        return packed[:1] == b"\0" and is_profile(zlib.decompressobj().decompress(packed[1:], _MAX_PROFILE), space)
    except zlib.error:
        return False


def _names(chunk: _Chunk) -> tuple[str, ...]:
    if chunk.name == b"eXIf":
        return read_exif(chunk.body).holds
    if chunk.name == b"iTXt" and chunk.body.startswith(b"XML:com.adobe.xmp"):
        return ("XMP",)
    return (_NAMES.get(chunk.name, f"{chunk.name.decode('latin-1')} data"),)
