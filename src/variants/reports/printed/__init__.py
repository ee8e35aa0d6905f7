"""The printed edition: running text with notes and lists, for Markdown, DOCX and LaTeX.

The conventions are those of documentary editing: ``lemma ] reading siglum; reading siglum``,
negative (a witness not named has the lemma), every departure from the seed in a list.
"""
