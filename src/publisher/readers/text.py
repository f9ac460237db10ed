"""Bytes of a text file in, characters out, with a fault for what is no UTF-8."""

import re

from publisher.model.faults import Fault, FaultKind
from publisher.source import Span

_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_HELP = "save the file as UTF-8"


def decoded(data: bytes, *, file: str) -> tuple[str, tuple[Fault, ...]]:
    """The characters of ``data`` and at most one fault, at the first character that is none."""
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith(_UTF16):
        return fit(data.decode("utf-16", "replace")), (_fault(file, "", f"'{file}' is UTF-16, not UTF-8", _HELP),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as broken:
        before = data[: broken.start].decode("utf-8", "replace")
        message = f"Byte {broken.start + 1} of '{file}' is not UTF-8"
        # The rest is read as what such files mostly are, so that one fault does not make a hundred.
        return fit(data.decode("cp1252", "replace")), (_fault(file, before, message, _HELP),)
    unfit = _UNFIT.search(text)
    if not unfit:
        return text, ()
    character = f"U+{ord(unfit[0]):04X}"
    fault = _fault(
        file, text[: unfit.start()], f"'{file}' holds the character {character}, which is no text", "remove it"
    )
    return fit(text), (fault,)


def fit(text: str) -> str:
    """``text`` with a space in the place of each character that is none in XML, or that the reader keeps for itself."""
    return _UNFIT.sub(" ", text)


def _fault(file: str, before: str, message: str, help: str) -> Fault:
    lines = rows(before)
    return Fault(kind=FaultKind.NOT_UTF8, span=Span(file, len(lines), len(lines[-1]) + 1), message=message, help=help)


def rows(text: str) -> tuple[str, ...]:
    """The lines of a text, as places count them: only LF, CR and both together end one."""
    return tuple(re.split(r"\r\n|\r|\n", text))
