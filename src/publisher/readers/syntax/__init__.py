"""The Markdown we accept: Python-Markdown's dialect, and one extension a file for what we add to it.

Block constructs that Python-Markdown does not know are *islands*: a preprocessor takes their lines out, leaves a token
in a paragraph of its own, and the reader puts the blocks back where the token stands. Inline constructs are inline
processors that leave an element of our own in the tree. No extension ever touches a place: lines know where they
came from (``lines.py``), and marks carry that into the tree (``marks.py``).
"""
