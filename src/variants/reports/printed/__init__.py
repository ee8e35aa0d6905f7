"""The printed edition: running text with notes and lists, for Markdown, DOCX and LaTeX.

It follows the conventions of documentary editing: notes have the form ``lemma ] reading siglum;
reading siglum`` and are negative (a witness that is not named has the lemma), and a list has
every emendation.
"""
