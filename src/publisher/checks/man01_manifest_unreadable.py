"""The manifest cannot be read.

## Why

`book.yaml` is the one file that says what the book is. When it is missing, or is not the plain YAML that we read,
nothing else can be said about the book and nobody can be given it. So this finding stops everything, stands alone, and
cannot be allowed.

Some of YAML is left out on purpose. A tag such as `!!python/object` can make a program run what it reads; a handful of
aliases (`*name`) can unfold into gigabytes; of two keys with one name, one would be lost without a word.

## Example

    book:
      title: Tides
      language: en-GB
      title: The tides

## Fix

Go to the line that is named. Keep one of two keys with the same name; write out again what an alias stands for; remove
a tag; put a text that holds a colon followed by a space in quotes; indent with spaces, never with tabs; save the file
as UTF-8. `publisher new` writes a manifest to start from.

## Standards

YAML 1.2.2, without aliases, tags and streams of several documents.
"""

from publisher.readers.manifest import MANIFEST_UNREADABLE

RULE = MANIFEST_UNREADABLE
