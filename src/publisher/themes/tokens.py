"""tokens.yaml in, values by dotted name out, each with its place; what those may be that we reckon with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from publisher.diagnostics import ManifestUnreadable
from publisher.readers import yaml
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A value as it was written, and where."""

    text: str
    span: Span


class ThemeFault(ValueError):
    """A theme cannot be resolved; ``span`` is the place in the theme's file, ``styles/…`` for the book's own."""

    def __init__(self, span: Span, message: str) -> None:
        super().__init__(f"{span}: {message}")
        self.span = span
        self.message = message


def read_tokens(data: bytes, *, file: str) -> Mapping[str, Token]:
    """The tokens of a theme, nested mappings as dotted names. Raises ThemeFault."""
    if all(line.lstrip().startswith(b"#") for line in data.splitlines() if line.strip()):
        return {}
    try:
        root = yaml.tree(data, file=file)
    except ManifestUnreadable as fault:
        why = fault.finding.message.partition(": ")[2]
        raise ThemeFault(fault.finding.span, f"not YAML: {why}") from fault
    if not isinstance(root, yaml.Mapping):
        raise ThemeFault(root.span, "tokens are a mapping")
    return dict(_flat(root, ""))


def _flat(mapping: yaml.Mapping, prefix: str) -> Iterator[tuple[str, Token]]:
    for key, node in mapping.entries:
        name = f"{prefix}{key.text}"
        if isinstance(node, yaml.Mapping):
            yield from _flat(node, f"{name}.")
        elif isinstance(node, yaml.Scalar) and not node.is_null:
            yield name, Token(text=node.text, span=node.span)
        else:
            raise ThemeFault(node.span, f"token {name!r} is neither text nor a number")


@dataclass(frozen=True, slots=True)
class _Form:
    """What the values of some tokens look like: a colour, or a number of ``unit`` between two bounds."""

    names: re.Pattern[str]
    unit: str
    least: float = 0
    most: float = 0

    @property
    def wants(self) -> str:
        return f"{self.least:g}{self.unit} to {self.most:g}{self.unit}" if self.most else "a colour such as '#0b4f5c'"

    def fits(self, value: str) -> bool:
        if not self.most:
            return bool(_COLOUR.fullmatch(value))
        number = _NUMBER.fullmatch(value.removesuffix(self.unit)) if value.endswith(self.unit) else None
        return bool(number) and self.least <= float(value.removesuffix(self.unit)) <= self.most


_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+")
_PAIRED = re.compile(r"(contrast\..+)\.(text|on)")
# The values that pages and contrasts are worked out from; all others are any CSS.
_FORMS = (
    _Form(re.compile(r"colour\..+|contrast\..+\.(?:text|on)"), ""),
    _Form(re.compile(r"leading\..+"), "", 1, 3),
    _Form(re.compile(r"size\.(?!screen-).+"), "em", 0.5, 6),
    _Form(re.compile(r"measure\.longest"), "em", 10, 60),
)


def unfit(name: str, value: str) -> str:
    """What the token ``name`` wants where ``value`` is not that; else an empty string."""
    return next((form.wants for form in _FORMS if form.names.fullmatch(name) and not form.fits(value)), "")


def unpaired(name: str, tokens: Mapping[str, str]) -> str:
    """The token that must stand beside ``name`` and does not: text without a background, or the reverse."""
    pair = _PAIRED.fullmatch(name)
    other = f"{pair[1]}.{'on' if pair[2] == 'text' else 'text'}" if pair else name
    return "" if other in tokens else other
