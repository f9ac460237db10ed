"""How a citation style of the author's own words a source: made by the reader, as each entry's words stand alone."""

from dataclasses import dataclass

from publisher.model.inlines import Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """``words`` stand in the list, without number; ``mark`` in the text, without brackets; empty: the entry's number.

    ``after_name`` is the mark where the author's name is part of the sentence: "2019" of "Smith 2019".
    """

    words: tuple[Inline, ...]
    mark: str = ""
    after_name: str = ""
