"""Sentences in another language with the same letters, known by its small words: the, der, le, el.

A word that several of them share counts for each, and one language must lead by far.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import normalize

from publisher.checks.running_text import RunningText, running_texts
from publisher.model.blocks import Box
from publisher.model.book import Book
from publisher.model.walk import every
from publisher.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words that look like ``language`` (``name`` in English), in a text of another."""

    span: Span
    words: str
    language: str
    name: str


_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "en": "English",
        "fr": "French",
        "de": "German",
        "es": "Spanish",
        "it": "Italian",
        "pt": "Portuguese",
        "nl": "Dutch",
        "cy": "Welsh",
        "pl": "Polish",
    }
)
_WRITTEN = {
    "en": """
        the of and to that is was for with are his her they this have from not by had which you were their been has
        will would there what when who my it we our your be how why
        """,
    "fr": """
        le la les des du une est sont et dans qui que pas pour sur avec nous vous ils elles ce cette ces au aux mais
        leur leurs était été être avoir je il elle ne se son sa ses où comme tout tous très plus sans ont fait n'est
        c'est j'ai l'on d'un d'une qu'il qu'on n'a s'il si un par en y il à la de mais ou donc peut doit fait même
        lorsque selon lors entre chaque autre autres voir votre vos notre nos
        """,
    "de": """
        der die das den dem des ein eine einen einem einer und ist sind war nicht mit auf für von zu zum zur im auch
        sich wir ihr sie es haben hat wird werden wie aber oder nur noch nach bei über aus unter durch wenn dass ich
        wurde sein habe kein keine keinen mich mir uns
        """,
    "es": """
        el la los las del una es son y en que no por para con se su sus lo como más pero este esta estos está están
        fue ser ha han muy ya también donde cuando yo nos nosotros sin sobre todo todos hay al
        """,
    "it": """
        il lo la gli le del della dei delle degli di un una è sono e in che non per con si suo sua come più ma
        questo questa essere ha hanno anche nel nella al alla dal dalla noi loro c'è ci era tutti tutto dove quando
        perché
        """,
    "pt": """
        o os as do da dos das um uma é são e em que não por para com se seu sua como mais mas este esta isto foi ser
        tem têm também no na nos nas ao à pelo pela eu nós muito já quando onde há está
        """,
    "nl": """
        de het een en van is zijn in dat niet met op voor te aan er maar ook om bij naar uit wij ik hij zij hun deze
        dit die wordt worden heeft hebben kan als over nog geen wat
        """,
    "cy": """
        y yr ac mae yn ar oedd bod wedi i o am gan at ei eu ein dyma hwn hon nad nid na ni chi nhw fel hefyd ond
        gyda sydd wrth mewn bydd gall pob iawn ddim oes neb hyn hynny mi fy
        """,
    "pl": """
        się nie jest są na do że jak ale tego tym przez dla od za był była było które który która oraz już tylko
        może być ich przy nas wszystkich ludzie
        """,
}
# Where these stand they may be English as well.
_HOMOGRAPHS = frozenset(
    "a am as at die do for hat has i in is me no not of on o over per so son van war was we".split()
)
_TELLING: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(words.split()) - (_HOMOGRAPHS if language != "en" else frozenset())
        for language, words in _WRITTEN.items()
    }
)
_LANGUAGES_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        word: tuple(language for language, words in _TELLING.items() if word in words)
        for word in frozenset().union(*_TELLING.values())
    }
)
_FEWEST_WORDS, _FEWEST_TELLING, _SHARE, _LEAD = 4, 2, 0.33, 1.5

_ADDRESS = re.compile(r"[/@\\_]|\w\.\w")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_ENDS = re.compile(r"(?<=[.!?…:;])[”’»\"')]*\s+|\u2028|\ufffc|[“”„«»\"]|(?<!\w)‘|’(?!\w)|[()]|\s[–—]\s")


def foreign_sentences(book: Book) -> Iterator[Sentence]:
    """Each sentence, quotation or stressed run of four words and more in a language that is not said of it."""
    for chapter in book.chapters:
        around = chapter.language.lower().split("-")[0]
        said = {
            text.span
            for box in every(Box, (chapter.blocks, chapter.notes))
            if box.language
            for text in running_texts(box.blocks)
        }
        if around in _NAMES:
            for text in running_texts((chapter.blocks, chapter.notes)):
                if text.span not in said:
                    yield from _in_text(text, around, book)


def _in_text(text: RunningText, around: str, book: Book) -> Iterator[Sentence]:
    """The first sentence of each passage in another language."""
    going = around
    for start, words in _sentences(text):
        language = language_of(words) or going
        if language not in (around, going):
            start += len(words) - len(words.lstrip())
            found = text.place(start, start + len(words.split()[0]), book.manuscript.lines)
            yield Sentence(span=found, words=words.strip(), language=language, name=_NAMES[language])
        going = language


def _sentences(text: RunningText) -> Iterator[tuple[int, str]]:
    """Each sentence of which nothing is said, and where it begins."""
    for piece in text.pieces:
        if not piece.language:
            at = 0
            for end, after in (*(end.span() for end in _ENDS.finditer(piece.text)), (len(piece.text),) * 2):
                yield piece.start + at, piece.text[at:end]
                at = after


def language_of(text: str) -> str:
    """The language that the small words of ``text`` clearly tell, or an empty string; names tell nothing."""
    plain = normalize("NFC", " ".join(word for word in text.split() if not _ADDRESS.search(word)))
    words = [word.replace("’", "'") for word in _WORD.findall(plain)]
    if len(words) < _FEWEST_WORDS:
        return ""
    distinct = {word.lower() for word in words}
    counts = Counter(language for word in distinct for language in _LANGUAGES_OF.get(word, ()))
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most < max(_FEWEST_TELLING, _SHARE * len(words), _LEAD * second):
        return ""
    told = any(word.islower() and word not in _TELLING[best] for word in words)
    return best if told or most > _FEWEST_TELLING else ""
