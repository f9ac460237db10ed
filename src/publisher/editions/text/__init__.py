"""The plain text edition: every word of the book, for any program and any machine. Nothing is said by looks alone."""
