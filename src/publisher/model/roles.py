"""The parts that a book can have, by the trade's names (EPUB 3 Structural Semantics Vocabulary)."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType


class Matter(Enum):
    """Where in the book a chapter stands."""

    FRONT = "front"
    BODY = "body"
    BACK = "back"


class Role(Enum):
    """What a chapter is."""

    DEDICATION = "dedication"
    EPIGRAPH = "epigraph"
    FOREWORD = "foreword"
    PREFACE = "preface"
    ACKNOWLEDGMENTS = "acknowledgments"
    INTRODUCTION = "introduction"
    PROLOGUE = "prologue"
    CHAPTER = "chapter"
    CONCLUSION = "conclusion"
    EPILOGUE = "epilogue"
    AFTERWORD = "afterword"
    APPENDIX = "appendix"
    GLOSSARY = "glossary"
    COLOPHON = "colophon"


class BoxKind(Enum):
    """What a box set apart from the running text is for."""

    ASIDE = "aside"
    NOTE = "note"
    TIP = "tip"
    WARNING = "warning"
    QUOTE = "quote"
    SUMMARY = "summary"
    ACTION = "action"


# What a box without a title is called, by the English words of ``locale``.
BOX_NAMES: Mapping[BoxKind, str] = MappingProxyType(
    {
        BoxKind.ASIDE: "Aside",
        BoxKind.NOTE: "Note",
        BoxKind.TIP: "Tip",
        BoxKind.WARNING: "Warning",
        BoxKind.QUOTE: "Quotation",
        BoxKind.SUMMARY: "Summary",
        BoxKind.ACTION: "What to do",
    }
)


class PhraseKind(Enum):
    """Runs of text with a meaning of their own and no more structure: HTML's text-level elements."""

    SUBSCRIPT = "sub"
    SUPERSCRIPT = "sup"
    KEYBOARD = "kbd"
    CITED_WORK = "cite"
    QUOTE = "q"
    INSERTED = "ins"
    DELETED = "del"
    MARKED = "mark"
    TIME = "time"
    RUBY = "ruby"
    RUBY_BASE = "rb"
    RUBY_TEXT = "rt"
    RUBY_FALLBACK = "rp"
