"""How a book looks: tokens and style sheets, resolved into plain CSS. This floor writes no HTML and draws no page."""
