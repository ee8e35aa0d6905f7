"""Furniture of editions: page numbers, running heads, marks of notes and of editors.

======================  ===================================================================
``finder``              everything that is set aside in a witness, and its divisions
``page_marks``          ``[page 17]``, ``[f. 12v]``, ``|18|``
``page_lines``          lines with a page number or a running head, in plain text
``plain_lines``         the lines of a text, and whether a sentence goes on over them
``note_marks``          signs of notes at the ends of words
``editors_marks``       brackets, remarks, doubtful and struck words
``rule_matches``        characters that the rules of an edition name
======================  ===================================================================

A false find hides words from the comparison, and a missed one is only seen in it. Each kind needs
evidence: a form that no prose has, numbers that count, or a sentence that goes on behind it.
"""
