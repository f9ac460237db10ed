"""What is true of a book, counted; and the claims and sentences that are made of it. Nothing here
is asserted by hand."""
