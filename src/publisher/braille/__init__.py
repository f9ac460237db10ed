"""Braille cells: liblouis, which makes them from words and words from them, and what a file of braille may hold.

What a book looks like in braille is the edition's; nothing here knows a book. liblouis works in a process of its own.
"""
