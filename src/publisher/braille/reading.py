"""A BRF file read back into words: what is in the file, not what the edition meant to put there."""

import re
from collections.abc import Iterable, Iterator, Sequence

from publisher.braille.cells import (
    BLANK,
    BOX,
    BOX_ENDS,
    CONTINUED,
    LEADER,
    LOWERED,
    NOTE,
    NOTE_ENDS,
    RAISED,
    TURN,
    from_ascii,
)
from publisher.braille.code import UEB, code
from publisher.braille.liblouis import Liblouis, liblouis
from publisher.diagnostics import BrailleFailed

PAGE_END = "\f"
_RULES = re.compile(f"{BLANK}*(?:{TURN}{{5,}}.*|[{BOX}]{{5,}}|[{BOX_ENDS}]{{5,}})")
_INFORMATION = re.compile(
    f"[^{BLANK}]{BLANK}{{3,}}[^{BLANK}]+$|^{BLANK}{{9,}}⠼[^{BLANK}]+$"
)  # with a number at its edge
_LEADERS = re.compile(f"{BLANK}{LEADER}{{2,}}(?={BLANK})")
# Italic, underlined and bold: symbol, word, passage and their ends (UEB 2013 §9). liblouis does not read them back.
_EMPHASIS = re.compile("[⠨⠸⠘][⠆⠂⠶⠄]")
_SHIFTS = {RAISED: "⠈⠢", LOWERED: ""}  # read back as ^6, or with nothing: liblouis knows few of them
_SHIFTED = re.compile(f"(?:{RAISED}|{LOWERED})(?=⠼)")
_PLAIN = re.compile(f"(?:⠰⠰⠰(?P<passage>.*?)⠰⠄|⠰⠰(?P<word>[^{BLANK}]+))")


def pages(data: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of each page of a BRF file, in Unicode cells."""
    text = from_ascii(data.decode("ascii")).replace("\r\n", "\n")
    return tuple(tuple(page.removesuffix("\n").split("\n")) for page in text.removesuffix(PAGE_END).split(PAGE_END))


def passages(data: bytes) -> tuple[str, ...]:
    """The text of a file of ours in Unicode cells, from one blank line to the next: headings, lists and paragraphs.

    Information lines, lines that only mark a place, and the blank cells at the edges of a line are left out; what goes
    on in the next line is joined.
    """
    lines = [line for page in pages(data) for line in page[1 if _INFORMATION.search(page[0]) else 0 :]]
    return tuple(_joined(group) for group in _groups(line for line in lines if not _RULES.fullmatch(line)))


def _groups(lines: Iterable[str]) -> Iterator[Sequence[str]]:
    group: list[str] = []
    for line in (*lines, ""):
        if line.strip(BLANK):
            group.append(line.strip(BLANK))
        elif group:
            yield group
            group = []


def _joined(lines: Sequence[str]) -> str:
    text = "".join(line.removesuffix(CONTINUED) if line.endswith(CONTINUED) else f"{line}{BLANK}" for line in lines)
    return _LEADERS.sub("", text).strip(BLANK)


def read_brf(data: bytes, *, table: str = UEB) -> tuple[str, ...]:
    """The words of a BRF file of ours, passage by passage, by liblouis's back-translation.

    ``table`` is that of the book. Raises ToolMissing without liblouis, and BrailleFailed for a table that it lacks.
    """
    with liblouis() as louis:
        known = code(table, louis)
        if known is None:
            raise BrailleFailed(f"liblouis has no table '{table}'")
        plain = known.plain if known.ueb else known.table
        return tuple(_words(text, known.table, plain, louis) for text in passages(data))


def _words(cells: str, table: str, plain: str, louis: Liblouis) -> str:
    if table == plain and not table.startswith("en-ueb"):
        return louis.words(cells, table)
    unmarked = _EMPHASIS.sub("", cells.replace(NOTE_ENDS, "").replace(NOTE, ""))
    bare = _SHIFTED.sub(lambda found: _SHIFTS[found[0]], unmarked)
    said, end = "", 0
    for found in _PLAIN.finditer(bare):
        said += louis.words(bare[end : found.start()], table) + louis.words(found["passage"] or found["word"], plain)
        end = found.end()
    return said + louis.words(bare[end:], table)
