"""Which words of aligned sentences correspond.

``variants.words.link`` does the work; it is imported where it is used, since numpy costs
more than a `--help`.
"""
