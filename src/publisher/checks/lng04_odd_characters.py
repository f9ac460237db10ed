"""Characters that are read wrongly, or not at all.

## Why

Private-use characters mean something in one font only. Letters of mathematics used as bold or script are read as
"mathematical bold capital F", or passed over. A Cyrillic а in an English word breaks the word for every voice and every
search. Soft hyphens and characters of no width part words where nobody sees it.

## Example

    𝗙𝗿𝗲𝗲𝗱𝗼𝗺 now!

## Fix

Write plain letters, and `**Freedom**` where it should be bold. Leave soft hyphens to the publisher.

Found are private-use characters (an error), letters of mathematics, circled and wide letters that stand for plain ones,
letters of two scripts in one word, characters of no width, soft hyphens, marks that turn the direction, and more than
two emoji in a row. Pictures made of letters are not found.

## Standards

- WCAG 1.1.1 Non-text Content; 1.3.1, failure F26.
- PDF/UA-2 8.4.3: characters have a meaning in Unicode.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.checks.plain_words import plain_words
from publisher.checks.running_text import running_texts
from publisher.checks.scripts import is_latin, script_of
from publisher.diagnostics import Diagnostic, Rule, Severity
from publisher.model.blocks import CodeBlock
from publisher.model.book import Book
from publisher.model.inlines import Code
from publisher.source import Span

RULE = Rule(
    code="LNG-04",
    name="odd-characters",
    severity=Severity.WARNING,
    standards=("WCAG 1.1.1", "PDF/UA-2 8.4.3"),
    who="people who listen, or read braille: the word is broken, or not there",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    pattern: re.Pattern[str]
    message: str
    help: str
    severity: Severity = Severity.WARNING


_JOINS = "\u0600-\u08ff\u0900-\u0dff\u0f00-\u109f\u1780-\u18af"  # scripts in which a joiner changes letters
_EMOJI = "[\u2600-\u27bf\U0001f300-\U0001f6ff\U0001f900-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
_SIGNS = "[\U0001d400-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f189]{2,}"
_KINDS = (
    _Kind(
        pattern=re.compile("[\ue000-\uf8ff]+"),
        message="{code} is a private-use character: it means something in one font only",
        help="write a character that Unicode has, or a picture with its words",
        severity=Severity.ERROR,
    ),
    _Kind(
        pattern=re.compile(f"{_SIGNS}(?: +{_SIGNS})*"),
        message="'{text}' is written with signs that only look like letters",
        help="write plain letters, with ** or * around them",
    ),
    _Kind(
        pattern=re.compile(f"(?<![{_JOINS}])[\u200b\u2060\ufeff]+|(?<=[A-Za-z0-9])[\u200c\u200d]+(?=[A-Za-z0-9])"),
        message="{code} is a character of no width: nobody sees it, and it parts the word",
        help="remove it",
    ),
    _Kind(pattern=re.compile("\u00ad+"), message="A soft hyphen parts the word", help="remove it"),
    _Kind(
        pattern=re.compile("[\u202a-\u202e\u2066-\u2069]"),
        message="{code} turns the direction of the text, and nobody sees it",
        help="remove it, and say the language: [words]{lang=ar}",
    ),
    _Kind(
        pattern=re.compile(f"(?:{_EMOJI}(?:\u200d{_EMOJI})*\\s?){{3,}}"),
        message="More than two emoji in a row are each read out by name",
        help="say it in words",
    ),
)
_WORD = re.compile(r"[^\W\d_]+")
# Greek letters that look like a Latin one; others beside Latin letters are signs: μm, Δt.
_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοκν")


def without_odd(text: str) -> str:
    """``text`` with a space for each character that this rule finds: no other rule speaks of it."""
    for kind in _KINDS if not text.isascii() else ():
        text = kind.pattern.sub(lambda odd: " " * len(odd[0]), text)
    return text


def check(book: Book) -> Iterator[Diagnostic]:
    """One finding for each run of characters that is not what it looks like."""
    lines = book.manuscript.lines
    for running in running_texts(tuple((chapter.blocks, chapter.notes) for chapter in book.chapters)):
        if not running.text.isascii():
            for start, end, found in _odd(running.text):
                yield _found(running.place(start, end, lines), found)
    for span, text in plain_words(book):
        for _, _, found in _odd(text) if not text.isascii() else ():
            yield _found(span, found)
    code: tuple[Code | CodeBlock, ...] = (*book.every(Code), *book.every(CodeBlock))
    for each in code:  # which may show the others: what nobody can show is still a fault
        for _, _, found in _odd(each.text) if not each.text.isascii() else ():
            if found[2] is Severity.ERROR:
                yield _found(each.span, found)


_Found = tuple[str, str, Severity]


def _found(span: Span, found: _Found) -> Diagnostic:
    message, help, severity = found
    return RULE.found(span, message, help=help, severity=severity)


def _odd(text: str) -> Iterator[tuple[int, int, _Found]]:
    for kind in _KINDS:
        for match in kind.pattern.finditer(text):
            message = kind.message.format(code=f"U+{ord(match[0][0]):04X}", text=match[0])
            yield match.start(), match.end(), (message, kind.help, kind.severity)
    for word in _WORD.finditer(text):
        if not word[0].isascii() and (other := _second_script(word[0])):
            message = f"'{word[0]}' mixes Latin and {other} letters that look alike"
            yield word.start(), word.end(), (message, "write the word anew, in one script", RULE.severity)


def _second_script(word: str) -> str:
    """The script whose letters stand in for Latin ones in ``word``, or an empty string."""
    if not any(map(is_latin, word)):
        return ""
    for letter in word:
        script = script_of(letter)
        if script and (script.name == "Cyrillic" or letter in _LIKE_LATIN):
            return script.name
    return ""
