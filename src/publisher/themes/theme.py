"""A theme and a book's own styles folder become tokens and plain CSS."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from pathlib import PurePosixPath
from types import MappingProxyType

from publisher.model.book import Book
from publisher.readers.svg.style import restyled
from publisher.source import Span
from publisher.themes.tokens import ThemeFault as ThemeFault
from publisher.themes.tokens import Token, read_tokens, unfit, unpaired

SHEETS = ("base", "epub", "print", "handout", "screen")
PLAIN = "plain"
TOKENS = "tokens.yaml"
_EXTENDS = "extends"
_DEEPEST, _LONGEST = 20, 10_000  # tokens in tokens, and the characters that one stands for
_REFERENCE = re.compile(r"token\(\s*([^()]*?)\s*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look: ``tokens`` by dotted name ("colour.accent"), ``sheets`` ("base", "epub", "print" …) as plain CSS.

    ``base`` holds what is the same everywhere and comes before each of the others; ``handout`` follows ``print``.
    ``own`` are the tokens that the book's own files write, as they are written there; ``layers`` are the files that it
    was made from, the last over all.
    """

    name: str
    tokens: Mapping[str, str]
    sheets: Mapping[str, str]
    written: Mapping[str, Token]
    own: Mapping[str, Token]
    layers: "tuple[_Layer, ...]"

    def css(self, *sheets: str) -> str:
        """The rules of an edition: those of ``base``, then those of ``sheets``; comments are their authors' own."""
        return restyled("\n".join(self.sheets[sheet] for sheet in ("base", *sheets)), sheets[-1])

    def resolved(self, text: str, span: Span) -> str:
        """``text`` of a style sheet with each token(name) replaced by what the name stands for. Raises ThemeFault."""
        return _resolved(text, self.written, span)

    def responsible(self, name: str) -> Span | None:
        """Where the book itself says what the token ``name`` is, or one that it stands for."""
        if name in self.own:
            return self.own[name].span
        named = _REFERENCE.findall(self.written[name].text) if name in self.written else ()
        return next((span for each in named if (span := self.responsible(each))), None)


@dataclass(frozen=True, slots=True)
class _Layer:
    """The files of one theme, or of the book; ``folder`` is what faults call it, ``own`` that it is the book's."""

    folder: str
    files: Mapping[str, bytes]
    own: bool = False

    def text(self, name: str) -> str:
        try:
            return self.files.get(name, b"").decode("utf-8")
        except UnicodeDecodeError as fault:
            raise ThemeFault(Span(f"{self.folder}/{name}"), f"not UTF-8: {fault.reason}") from fault

    def tokens(self) -> Mapping[str, Token]:
        return read_tokens(self.files.get(TOKENS, b""), file=f"{self.folder}/{TOKENS}")


def theme_of(book: Book) -> Theme:
    """The look that ``book`` asks for, its own styles over it. Raises ThemeFault."""
    manuscript = book.manuscript
    styles, folder = (tuple(sorted(files.items())) for files in (manuscript.styles, manuscript.theme))
    found = _cached(book.manifest.theme, styles, folder)
    if isinstance(found, ThemeFault):
        raise found.with_traceback(None)
    return found


@lru_cache(maxsize=4)  # every check of a look asks for it, also where there is none
def _cached(name: str, styles: Iterable[tuple[str, bytes]], folder: Iterable[tuple[str, bytes]]) -> Theme | ThemeFault:
    try:
        return load(name, dict(styles), folder=dict(folder))
    except ThemeFault as fault:
        return fault


def load(
    name: str,
    overrides: Mapping[str, bytes] = MappingProxyType({}),
    *,
    folder: Mapping[str, bytes] = MappingProxyType({}),
) -> Theme:
    """The theme ``name`` with a book's own files over it: tokens replace by name, sheets follow the theme's.

    ``overrides`` are the files of the book's styles folder by name; ``folder`` those of the book's folder ``name``,
    where it is no theme of ours. Raises ThemeFault.
    """
    return _made(name, (*_inherited(_named(name, folder)), _Layer("styles", overrides, own=True)))


def overlaid(theme: Theme, folder: str, files: Mapping[str, bytes]) -> Theme:
    """``theme`` with one more layer of files over it, the book's own too; faults call it
    ``folder``. Raises ThemeFault."""
    return _made(theme.name, (*theme.layers, _Layer(folder, files)))


def _made(name: str, layers: tuple[_Layer, ...]) -> Theme:
    written = {key: token for layer in layers for key, token in layer.tokens().items() if key != _EXTENDS}
    own = {key: token for layer in layers if layer.own for key, token in layer.tokens().items() if key != _EXTENDS}
    tokens = {key: _resolved(token.text, written, token.span) for key, token in written.items()}
    # What is written out is to blame before what stands for it.
    for key in sorted(tokens, key=lambda key: (tokens[key] != written[key].text, written[key].span)):
        if wants := unfit(key, tokens[key]):
            raise ThemeFault(written[key].span, f"token {key!r} is {tokens[key]!r}, and wants {wants}")
        if other := unpaired(key, tokens):
            raise ThemeFault(written[key].span, f"token {key!r} lacks its other half, {other!r}")
    sheets = {sheet: "\n".join(_css(layer, f"{sheet}.css", written) for layer in layers) for sheet in SHEETS}
    return Theme(
        name=name,
        tokens=MappingProxyType(tokens),
        sheets=MappingProxyType(sheets),
        written=MappingProxyType(written),
        own=MappingProxyType(own),
        layers=layers,
    )


def _named(name: str, folder: Mapping[str, bytes]) -> _Layer:
    """A theme of ours, or the book's own folder; ours win, so that a name means the same in every book."""
    if not _is_ours(name) and folder:
        return _Layer(str(PurePosixPath(name)), folder, own=True)
    return _Layer(name, _files(name))


def _inherited(layer: _Layer) -> tuple[_Layer, ...]:
    """A theme and all that it extends, the farthest first; a book's own theme extends at least the plain one."""
    layers = [layer]
    while extended := _extended(layers[0]):
        if extended.text in (each.folder for each in layers):
            raise ThemeFault(extended.span, f"theme {extended.text!r} extends itself")
        if not _is_ours(extended.text):
            raise ThemeFault(extended.span, f"no theme is called {extended.text!r}: extend one of {', '.join(names())}")
        layers.insert(0, _Layer(extended.text, _files(extended.text)))
    return tuple(layers)


def _extended(layer: _Layer) -> Token | None:
    default = Token(text=PLAIN, span=Span(f"{layer.folder}/{TOKENS}")) if layer.own else None
    return layer.tokens().get(_EXTENDS, default)


def names() -> Iterator[str]:
    """The themes that come with the program."""
    return (name for name in sorted(each.name for each in files(__package__).iterdir()) if _is_ours(name))


def _is_ours(name: str) -> bool:
    plain = name.isascii() and name.replace("-", "").isalpha()
    return plain and (files(__package__) / name / TOKENS).is_file()


def _files(name: str) -> Mapping[str, bytes]:
    if not _is_ours(name):
        ours = " or ".join(repr(each) for each in names())
        raise ThemeFault(Span("book.yaml"), f"no theme is called {name!r}: name {ours}, or a folder of the book")
    return {file.name: file.read_bytes() for file in (files(__package__) / name).iterdir() if file.is_file()}


def _css(layer: _Layer, name: str, tokens: Mapping[str, Token]) -> str:
    text, file = layer.text(name), f"{layer.folder}/{name}"
    made = "\n".join(_resolved(line, tokens, Span(file, n)) for n, line in enumerate(text.split("\n"), 1))
    if not layer.own or not made.strip():
        return made
    from publisher.themes.closing import closed  # 20 ms, and most books have no sheets of their own

    return closed(made)


def _resolved(text: str, tokens: Mapping[str, Token], span: Span, seen: tuple[str, ...] = ()) -> str:
    """``text`` with each token(name) replaced by what the name stands for, to any depth."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        place = Span(span.file, span.line, span.column + match.start())
        if name in seen:
            raise ThemeFault(place, f"token {name!r} stands for itself")
        if name not in tokens:
            near = get_close_matches(name, tokens, n=1)
            raise ThemeFault(place, f"unknown token {name!r}" + (f": did you mean {near[0]!r}?" if near else ""))
        if len(seen) == _DEEPEST:
            raise ThemeFault(place, f"token {name!r} stands for a token that stands for a token … {_DEEPEST} times")
        return _resolved(tokens[name].text, tokens, tokens[name].span, (*seen, name))

    made = _REFERENCE.sub(value, text)
    if seen and len(made) > _LONGEST:
        raise ThemeFault(span, f"token {seen[-1]!r} is longer than {_LONGEST} characters")
    return made
