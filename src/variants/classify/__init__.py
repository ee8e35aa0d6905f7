"""Variants with their kinds and flags, and one apparatus for all witnesses.

``pieces`` cuts the words of a bead, ``differences`` finds its variants. ``kinds`` and ``flags``
classify a pair of wordings in its ``bead_context``, under the edition's ``config`` and
``classification_rules``. ``passages`` cuts the rows, ``entries`` merges the readings of all
witnesses, ``patterns`` and ``usages`` find what recurs.
"""
