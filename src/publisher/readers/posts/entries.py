"""An entry of a list of references, as people type it, in; the fields of CSL out. Every word of it is kept in one."""

import re
from collections.abc import Mapping
from datetime import date

from publisher.model.names import slugified
from publisher.readers.posts.pictures import free

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[A-Z][a-z]+)"
# Persons, whose names are told from a title: Smith, J.; J. Smith; Smith et al.
_PERSON = r"[^\W\d_a-z][\w’'-]+,? (?:[^\W\d_a-z]\.?(?=[,. ]))|(?:[^\W\d_a-z]\. ?)+[^\W\d_a-z]\w+,|.{0,80}\bet al\b"
_NAMED = re.compile(
    rf"(?P<who>(?:{_PERSON}).{{0,200}}?),?\s*\((?P<year>(?:1[5-9]|20)\d\d)\)[.,:]?\s*(?P<what>.+)", re.DOTALL
)
_WHEN = r"[,.;]?\s*(?P<open>[(\[])?\b(?:retrieved|(?:last )?accessed|last visited|viewed)(?: on)?:?"
_YEAR = r",?\s+(?P<year>\d{4})"
_FETCHED = tuple(
    re.compile(rf"{_WHEN}\s+{day}(?(open)\s*[)\]])", re.IGNORECASE)
    for day in (
        rf"{_DAY}\s+{_MONTH}{_YEAR}",
        rf"{_MONTH}\s+{_DAY}{_YEAR}",
        r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)",
    )
)
_ADDRESS = re.compile(r"<?(?P<url>https?://[^\s<>]+[^\s<>.,;)])>?")
_FROM = re.compile(r"[,.;\s]*\b(?:from|available (?:at|from|online at))?[:,.;\s]*$", re.IGNORECASE)
_STOP = re.compile(r"(?<=[\d)\]’”'\"])\.$|(?<=[^\W\d_]{4})\.$")
_LONGEST = 2000  # characters: a reference that is longer is none
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(text: str) -> Mapping[str, object]:
    """The reference that ``text`` names. What is not understood stays in the title, word for word."""
    said: dict[str, object] = {}
    rest = text.strip()
    if len(rest) > _LONGEST:
        return {"type": "document", "title": rest}
    if address := _ADDRESS.search(rest):
        said["URL"] = address["url"]
        rest = f"{_FROM.sub('', rest[: address.start()])}{rest[address.end() :]}"
    fetched = next((found for form in _FETCHED if (found := form.search(rest))), None)
    if fetched and (day := _day(fetched)):
        said["accessed"] = day
        rest = f"{rest[: fetched.start()]}{_FROM.sub('', rest[fetched.end() :])}"
    rest = rest.strip(" ,;")
    if found := _NAMED.fullmatch(rest):
        who, what = found["who"].strip(), found["what"].strip()
        said |= {"author": [{"literal": who}], "issued": int(found["year"]), "title": what}
    else:
        said["title"] = rest
    said["title"] = _STOP.sub("", str(said["title"]))  # a style sets the stops between the parts
    return {"type": "webpage" if "URL" in said else "document", **said}


def _day(found: re.Match[str]) -> date | None:
    month = found["month"][:3].lower()
    try:
        number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
        return date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None


def key_of(reference: Mapping[str, object], taken: Mapping[str, object]) -> str:
    """A short name of its author or title, and its year, that is not ``taken``."""
    authors = reference.get("author")
    who = authors[0]["literal"] if isinstance(authors, list) else str(reference["title"])
    name = slugified(" ".join(re.split(r"[\s,]+", who)[:2]), "source")
    wanted = f"{name}-{reference['issued']}" if "issued" in reference else name
    return free(wanted, taken)
