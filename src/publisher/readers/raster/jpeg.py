"""JPEG (ITU-T T.81): walked segment by segment, so that a photograph is cleaned without losing a bit of its picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model.assets import Asset
from publisher.readers.image_faults import ImageFault, cut_short, oversize, unfit, unreadable
from publisher.readers.raster.exif import read_exif
from publisher.readers.raster.icc import COLOUR, GREY, PRESS, is_profile
from publisher.readers.raster.upright import upright

_SOI, _EOI, _SOS, _COM, _JFIF, _ADOBE = 0xD8, 0xD9, 0xDA, 0xFE, 0xE0, 0xEE
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SHOWN_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended, progressive: what reading systems decode
_PICTURE = _SHOWN_FRAMES | {_EOI, _SOS, 0xC4, 0xDB, 0xDC, 0xDD}
_EXIF, _ICC = b"Exif\0\0", b"ICC_PROFILE\0"
_SPACES = {1: GREY, 3: COLOUR, 4: PRESS}
_MOST_SCANS = 100
# Marks of restarts (D0 to D7) and stuffed zeros belong to the scan they stand in: T.81 B.1.1.5.
_MARKER = re.compile(rb"\xff([\x02-\xcf\xd8-\xfe])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Segment:
    """``tail`` is what follows the body up to the next marker: the scan; behind the end mark, whatever comes."""

    marker: int
    body: bytes = b""
    tail: bytes = b""

    @property
    def written(self) -> bytes:
        if self.marker == _EOI:
            return b"\xff\xd9"
        return bytes((0xFF, self.marker)) + (len(self.body) + 2).to_bytes(2) + self.body + self.tail


def read_jpeg(data: bytes, *, path: str) -> Asset | ImageFault:
    """The photograph without what its camera says of people, the right way up; its colour profile stays."""
    segments = tuple(_segments(data))
    frames = [segment for segment in segments if segment.marker in _FRAMES]
    if not segments or segments[-1].marker != _EOI or len(frames) != 1 or len(frames[0].body) < 9:
        return cut_short(path, "JPEG")
    frame = frames[0]
    height, width = int.from_bytes(frame.body[1:3]), int.from_bytes(frame.body[3:5])
    profile = _profile(segments, _SPACES.get(frame.body[5], b""))
    if fault := _fault(segments, frame, profile, path):
        return fault
    kept = tuple(_kept(segment, profile) for segment in segments)
    exif = next((read_exif(s.body[6:]) for s in segments if s.marker == 0xE1 and s.body.startswith(_EXIF)), None)
    stripped = dict.fromkeys(name for before, after in zip(segments, kept) for name in _lost(before, after))
    clean = b"\xff\xd8" + b"".join(segment.written for segment in kept if segment)
    if exif and exif.orientation > 1:
        turned = upright(clean, exif.orientation)
        if turned is None:
            return cut_short(path, "JPEG")
        clean = turned
        width, height = (height, width) if exif.orientation > 4 else (width, height)
    return Asset(path=path, media_type="image/jpeg", data=clean, width=width, height=height, stripped=tuple(stripped))


def _segments(data: bytes) -> Iterator[_Segment]:
    """Each segment in turn, the end mark last; fewer, and no end mark, where the file is cut short."""
    place = 2
    while match := _MARKER.search(data, place):
        marker, place = match[1][0], match.end()
        if marker == _EOI:
            yield _Segment(marker=marker, tail=data[place:])
            return
        length = int.from_bytes(data[place : place + 2])
        body = data[place + 2 : place + length]
        if length < 2 or len(body) != length - 2:
            return
        place += length
        following = _MARKER.search(data, place) if marker == _SOS else None
        end = following.start() if following else place
        yield _Segment(marker=marker, body=body, tail=data[place:end])
        place = end


def _fault(segments: tuple[_Segment, ...], frame: _Segment, profile: bytes, path: str) -> ImageFault | None:
    scans = [segment.tail for segment in segments if segment.marker == _SOS]
    packed = sum(map(len, scans))
    height, width, components = int.from_bytes(frame.body[1:3]), int.from_bytes(frame.body[3:5]), frame.body[5]
    if frame.marker not in _SHOWN_FRAMES or frame.body[0] != 8 or components not in _SPACES:
        return unreadable(path, "is a JPEG that reading systems cannot show", help="save it as a baseline JPEG")
    if fault := unfit(path, width=width, height=height, unpacked=width * height * components, packed=packed):
        return fault
    if len(scans) > _MOST_SCANS:
        return oversize(path, f"{len(scans)} scans")
    if packed * 8 < -(-width // 8) * -(-height // 8):  # T.81 F.1.2: a block of 8 × 8 takes a bit at the very least
        return cut_short(path, "JPEG")
    if components == 4 and not profile:
        return unreadable(path, "is a CMYK JPEG without a colour profile", help="save it as RGB, or embed its profile")
    return None


def _profile(segments: tuple[_Segment, ...], space: bytes) -> bytes:
    """The colour profile, put together from its numbered parts (ICC.1:2022 B.4), or nothing where it is broken."""
    parts = {s.body[12]: s.body[14:] for s in segments if _is_icc(s)}
    count = max((s.body[13] for s in segments if _is_icc(s)), default=0)
    data = b"".join(parts[number] for number in sorted(parts))
    return data if sorted(parts) == list(range(1, count + 1)) and is_profile(data, space) else b""


def _is_icc(segment: _Segment) -> bool:
    return segment.marker == 0xE2 and segment.body.startswith(_ICC) and len(segment.body) > 14


def _kept(segment: _Segment, profile: bytes) -> _Segment | None:
    """What is published of a segment: pictures, tables and colour as they are, everything else not at all."""
    match segment.marker:
        case marker if marker in _PICTURE or (profile and _is_icc(segment)):
            return segment
        case marker if marker == _JFIF and segment.body.startswith(b"JFIF\0") and len(segment.body) >= 14:
            return _Segment(marker=marker, body=segment.body[:12] + b"\0\0")  # no thumbnail: JFIF 1.02
        case marker if marker == _ADOBE and segment.body.startswith(b"Adobe") and len(segment.body) >= 12:
            return _Segment(marker=marker, body=segment.body[:12])
    return None


def _lost(before: _Segment, after: _Segment | None) -> tuple[str, ...]:
    """Names for what ``_kept`` took out of a segment."""
    if before.marker == _EOI:
        return ("trailing data",) if before.tail.strip(b"\0\r\n") else ()
    if after:
        return ("thumbnail",) if before.marker == _JFIF and len(before.body) > 14 else ()
    if before.marker == 0xE1 and before.body.startswith(_EXIF):
        return read_exif(before.body[6:]).holds
    named = (
        (_COM, b"", "comment"),
        (0xE1, b"http://ns.adobe.com/x", "XMP"),
        (0xED, b"Photoshop", "IPTC"),
        (0xE0, b"JFXX", "thumbnail"),
        (0xE2, _ICC, "broken colour profile"),
    )
    names = (name for marker, start, name in named if before.marker == marker and before.body.startswith(start))
    return (next(names, f"APP{before.marker - 0xE0} data"),)
