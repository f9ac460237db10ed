"""A post in, the sources of a book out: what was written as a web page, a text, a word processor's file or Markdown
becomes chapters in our Markdown, pictures with their words, and a manifest. Words stay as they are; nothing is invented
and nothing fetched. What could not be brought along is told.
"""
