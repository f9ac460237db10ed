"""Where the author's words stand in the letters of a finished file."""

from collections.abc import Sequence

from publisher.facts.passages import letters

Place = tuple[int, int]  # of the first letter, and behind the last

_APART = 1500  # letters of ours that may stand between two runs of the author's


def found(runs: Sequence[str], text: str, start: int) -> tuple[Place, ...] | None:
    """Where each of the ``runs`` stands, one behind the other, from ``start`` on or else anywhere in ``text``."""
    sought = tuple(filter(None, map(letters, runs)))
    if not sought:
        return ((start, start),)
    longest = max(range(len(sought)), key=lambda number: len(sought[number]))
    for begin in (start, 0):
        at = text.find(sought[longest], begin)
        while at >= 0:
            before = _before(sought[:longest], text, at)
            behind = _behind(sought[longest:], text, at)
            if before is not None and behind is not None:
                return (*before, *behind)
            at = text.find(sought[longest], at + 1)
    return None


def _before(runs: Sequence[str], text: str, at: int) -> tuple[Place, ...] | None:
    spans: list[Place] = []
    for run in reversed(runs):
        at = text.rfind(run, max(0, at - _APART - len(run)), at)
        if at < 0:
            return None
        spans.append((at, at + len(run)))
    return tuple(reversed(spans))


def _behind(runs: Sequence[str], text: str, at: int) -> tuple[Place, ...] | None:
    spans: list[Place] = []
    for run in runs:
        at = text.find(run, at, at + _APART + len(run))
        if at < 0:
            return None
        spans.append((at, at + len(run)))
        at += len(run)
    return tuple(spans)
