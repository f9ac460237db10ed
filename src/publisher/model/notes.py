"""Explanatory notes: one model, which each edition places."""

from dataclasses import dataclass

from publisher.model.blocks import Block
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What the author says aside; ``label`` is private to its chapter's file."""

    label: str
    blocks: tuple[Block, ...]
    span: Span
