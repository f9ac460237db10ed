"""What the author may have meant by a key that is unknown: another word, or the same word in another place."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from os.path import commonprefix
from types import MappingProxyType
from typing import get_args, get_origin

from publisher.model.faults import Fault, FaultKind
from publisher.readers.hints import MANY_KEYS, Keys, alternatives, keys, marked, unwrapped
from publisher.readers.problems import Path, Problem, cut

MOST_PLACES = 3

_ANY = "*"  # a key of the author's own, or a number in a list
_OTHER_WORDS = {
    "author": "contributors",
    "authors": "contributors",
    "creator": "contributors",
    "doi": "identifier",
    "isbn": "identifier",
    "keywords": "subjects",
    "lang": "language",
    "tags": "subjects",
}


def faults(problems: Sequence[Problem], root: object) -> tuple[Fault, ...]:
    """Every problem once, in the order of places. A missing key that stands beside under another name is one fault."""
    meanings = {problem.path: _meaning(problem, root) for problem in problems if problem.kind is FaultKind.UNKNOWN_KEY}
    meant = {path for path, _ in meanings.values()}
    kept = (problem for problem in problems if problem.kind is not FaultKind.MISSING_FIELD or problem.path not in meant)
    said = (
        Fault(kind=problem.kind, span=problem.span, message=problem.message, help=_help(problem, meanings))
        for problem in kept
    )
    return tuple(sorted(said, key=lambda fault: (fault.span, fault.message)))


def _help(problem: Problem, meanings: Mapping[Path, tuple[Path, str]]) -> str:
    return meanings[problem.path][1] if problem.kind is FaultKind.UNKNOWN_KEY else problem.help


def _meaning(problem: Problem, root: object) -> tuple[Path, str]:
    """The path that was meant (empty: nobody knows), and the help that says so."""
    *above, word = problem.path
    near = _close(word, problem.known, likeness=0.8)
    elsewhere = () if near else _nearest(_places(root).get(word, ()), problem.path)
    near = near or ("" if elsewhere else _close(word, problem.known, likeness=0.7))
    if near:
        return (*above, near), f"Did you mean '{near}'?"
    if elsewhere:
        said = " or ".join(_under(path) for path in elsewhere[:MOST_PLACES])
        return (elsewhere[0] if len(elsewhere) == 1 else ()), f"'{cut(word)}' belongs {said}"
    if len(problem.known) <= MANY_KEYS:
        return (), f"Known here: {', '.join(problem.known) or 'no key at all'}"
    return (), "Remove it; `publisher schema` prints the keys that are known"


def _close(word: str, known: tuple[str, ...], *, likeness: float) -> str:
    """The known key that is most like ``word``, whatever its case and its hyphens; empty where none is."""
    plain = word.lower().replace("_", "-")
    if (other := _OTHER_WORDS.get(plain)) in known:
        return other or ""
    names = {name.lower(): name for name in known}
    found = get_close_matches(plain, names, n=1, cutoff=likeness)
    return names[found[0]] if found else ""


def _nearest(places: tuple[Path, ...], path: Path) -> tuple[Path, ...]:
    """Those of the places that share most with ``path``, and of these the least deep."""
    ranks = {place: (len(commonprefix((place, path))), -len(place)) for place in places}
    return tuple(place for place in places if ranks[place] == max(ranks.values()))


def _under(path: Path) -> str:
    above = ".".join(step for step in path[:-1] if step != _ANY)
    if not above:
        return "at the top of the manifest"
    return f"to an entry of '{above}'" if path[-2] == _ANY else f"under '{above}'"


@cache
def _places(root: object) -> Mapping[str, tuple[Path, ...]]:
    """Where each key of the manifest may stand; the fields of references are theirs alone."""
    places: dict[str, tuple[Path, ...]] = {}
    for path in _paths(root, ()):
        places[path[-1]] = (*places.get(path[-1], ()), path)
    return MappingProxyType(places)


def _paths(hint: object, above: Path) -> Iterator[Path]:
    kind, marks = unwrapped(hint)
    if marked(marks, Keys):
        return
    for name, key in keys(hint).items():
        yield (*above, name)
        yield from _paths(key.hint, (*above, name))
    for each in alternatives(kind):
        yield from _paths(each, above)
    if get_origin(kind) is not None and not alternatives(kind):
        yield from _paths(get_args(kind)[-1 if get_origin(kind) is not tuple else 0], (*above, _ANY))
