"""Measures of a collation, one per file.

``agreement`` compares each witness with the seed, ``variation`` all versions with their mean
(Eddy and Viv), ``scores`` has the scores of machine translation, and ``summary`` combines the
first two.
"""
