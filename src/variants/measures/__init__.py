"""Measures of a collation, one per file.

``agreement`` compares each witness with the seed, ``variation`` all versions with their mean
(Eddy and Viv), ``scores`` has the scores of machine translation, and ``summary`` combines the
first two. ``versions`` combines the measures of all versions: ``pair_agreement`` compares each with
each other, ``version_groups`` finds those that go together, ``text_parts`` follows the text, and
``reading_counts`` counts readings.
"""
