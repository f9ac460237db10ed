"""What BibTeX's and BibLaTeX's words mean in CSL (the mappings of Pandoc and of BibLaTeX's manual, §2)."""

from collections.abc import Mapping
from types import MappingProxyType

TYPES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("article", "suppperiodical"), "article-journal"),
        **dict.fromkeys(("book", "mvbook", "booklet", "collection", "mvcollection", "manual", "reference"), "book"),
        **dict.fromkeys(("proceedings", "mvproceedings", "mvreference", "bookinbook"), "book"),
        **dict.fromkeys(("inbook", "incollection", "suppbook", "suppcollection"), "chapter"),
        **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
        **dict.fromkeys(("phdthesis", "mastersthesis", "thesis"), "thesis"),
        **dict.fromkeys(("techreport", "report"), "report"),
        **dict.fromkeys(("online", "electronic", "www"), "webpage"),
        **dict.fromkeys(("movie", "video"), "motion_picture"),
        **dict.fromkeys(("audio", "music"), "song"),
        **dict.fromkeys(("artwork", "image"), "graphic"),
        "inreference": "entry-encyclopedia",
        "unpublished": "manuscript",
        "misc": "document",
        "periodical": "periodical",
        "dataset": "dataset",
        "software": "software",
        "patent": "patent",
        "legislation": "legislation",
        "jurisdiction": "legal_case",
        "legal": "treaty",
        "standard": "standard",
        "letter": "personal_communication",
        "performance": "performance",
        "review": "review",
    }
)

# Where two fields mean the same, the first that is written counts.
TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "shorttitle": "title-short",
        "journaltitle": "container-title",
        "journal": "container-title",
        "booktitle": "container-title",
        "maintitle": "container-title",
        "publisher": "publisher",
        "institution": "publisher",
        "school": "publisher",
        "organization": "publisher",
        "location": "publisher-place",
        "address": "publisher-place",
        "series": "collection-title",
        "volume": "volume",
        "issue": "issue",
        "pages": "page",
        "edition": "edition",
        "chapter": "chapter-number",
        "part": "part-number",
        "pagetotal": "number-of-pages",
        "volumes": "number-of-volumes",
        "eventtitle": "event-title",
        "venue": "event-place",
        "type": "genre",
        "version": "version",
        "langid": "language",
        "language": "language",
        "abstract": "abstract",
        "annotation": "annote",
        "annote": "annote",
        "keywords": "keyword",
        "note": "note",
    }
)
VERBATIM: Mapping[str, str] = MappingProxyType(
    {"url": "URL", "archived": "archived", "archiveurl": "archived", "doi": "DOI", "isbn": "ISBN", "issn": "ISSN"}
)
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "author": "author",
        "editor": "editor",
        "translator": "translator",
        "bookauthor": "container-author",
        "director": "director",
        "holder": "author",
    }
)
GENRES: Mapping[str, str] = MappingProxyType({"phdthesis": "PhD thesis", "mastersthesis": "Master's thesis"})
ISSUED_IN_NUMBERS = frozenset({"article", "suppperiodical", "periodical"})  # their number is an issue
