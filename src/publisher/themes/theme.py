"""A theme and a book's own styles folder become tokens and plain CSS."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from types import MappingProxyType

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from publisher.source import Span

SHEETS = ("base", "epub", "print", "screen")
_TOKENS = "tokens.yaml"
_EXTENDS = "extends"
_REFERENCE = re.compile(r"token\(\s*([^()]*?)\s*\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look: ``tokens`` by dotted name ("colour.accent"), ``sheets`` ("base", "epub", "print", "screen") as plain CSS.

    ``base`` holds what is the same everywhere and comes before each of the other three.
    """

    name: str
    tokens: Mapping[str, str]
    sheets: Mapping[str, str]

    def css(self, sheet: str) -> str:
        """The rules of an edition: those of ``base``, then those of ``sheet``."""
        return f"{self.sheets['base']}\n{self.sheets[sheet]}"


class ThemeFault(ValueError):
    """A theme cannot be resolved; ``span`` is the place in the theme's file, ``styles/…`` for the book's own."""

    def __init__(self, span: Span, message: str) -> None:
        super().__init__(f"{span}: {message}")
        self.span = span
        self.message = message


@dataclass(frozen=True, slots=True)
class _Layer:
    """The files of one theme, or of the book; ``folder`` is what faults call it."""

    folder: str
    files: Mapping[str, bytes]

    def text(self, name: str) -> str:
        try:
            return self.files.get(name, b"").decode("utf-8")
        except UnicodeDecodeError as fault:
            raise ThemeFault(Span(f"{self.folder}/{name}"), f"not UTF-8: {fault.reason}") from fault

    def tokens(self) -> Mapping[str, str]:
        return _flat(_parsed(self.text(_TOKENS), f"{self.folder}/{_TOKENS}"), f"{self.folder}/{_TOKENS}")


def load(name: str, overrides: Mapping[str, bytes] = MappingProxyType({})) -> Theme:
    """The theme ``name`` with a book's own files over it: tokens replace by name, sheets follow the theme's.

    ``overrides`` are the files of the book's styles folder by name. Raises ThemeFault.
    """
    layers = (*_inherited(name), _Layer("styles", overrides))
    written = {key: value for layer in layers for key, value in layer.tokens().items() if key != _EXTENDS}
    tokens = {key: _resolved(value, written, Span(_TOKENS)) for key, value in written.items()}
    sheets = {sheet: "\n".join(_css(layer, f"{sheet}.css", tokens) for layer in layers) for sheet in SHEETS}
    return Theme(name=name, tokens=MappingProxyType(tokens), sheets=MappingProxyType(sheets))


def _inherited(name: str) -> tuple[_Layer, ...]:
    """The theme ``name`` and all that it extends, the farthest first."""
    layers = [_Layer(name, _files(name))]
    while extended := layers[0].tokens().get(_EXTENDS):
        if extended in (layer.folder for layer in layers):
            raise ThemeFault(Span(f"{extended}/{_TOKENS}"), f"theme {extended!r} extends itself")
        layers.insert(0, _Layer(extended, _files(extended)))
    return tuple(layers)


def _files(name: str) -> Mapping[str, bytes]:
    folder = files(__package__) / name
    if not name.isascii() or not name.replace("-", "").isalpha() or not (folder / _TOKENS).is_file():
        raise ThemeFault(Span("book.yaml"), f"no theme is called {name!r}")
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _parsed(text: str, file: str) -> object:
    try:
        return YAML(typ="safe", pure=True).load(text) or {}
    except MarkedYAMLError as fault:
        mark = fault.problem_mark
        span = Span(file, mark.line + 1, mark.column + 1) if mark else Span(file)
        raise ThemeFault(span, f"not YAML: {fault.problem}") from fault
    except YAMLError as fault:
        raise ThemeFault(Span(file), f"not YAML: {fault}") from fault


def _flat(node: object, file: str, path: str = "") -> dict[str, str]:
    """Nested mappings as dotted names; a list, a date or a truth value is no token."""
    if isinstance(node, dict):
        prefix = f"{path}." if path else ""
        return {key: text for name in node for key, text in _flat(node[name], file, f"{prefix}{name}").items()}
    if path and isinstance(node, str | int | float) and not isinstance(node, bool):
        return {path: str(node)}
    raise ThemeFault(Span(file), f"token {path!r} is neither text nor a number" if path else "tokens are a mapping")


def _css(layer: _Layer, name: str, tokens: Mapping[str, str]) -> str:
    text = layer.text(name)
    lines = (_resolved(line, tokens, Span(f"{layer.folder}/{name}", n)) for n, line in enumerate(text.split("\n"), 1))
    return "\n".join(lines)


def _resolved(text: str, tokens: Mapping[str, str], span: Span, seen: tuple[str, ...] = ()) -> str:
    """``text`` with each token(name) replaced by what the name stands for, to any depth."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        place = Span(span.file, span.line, match.start() + 1)
        if name in seen:
            raise ThemeFault(place, f"token {name!r} stands for itself")
        if name not in tokens:
            near = get_close_matches(name, tokens, n=1)
            raise ThemeFault(place, f"unknown token {name!r}" + (f": did you mean {near[0]!r}?" if near else ""))
        return _resolved(tokens[name], tokens, span, (*seen, name))

    return _REFERENCE.sub(value, text)
