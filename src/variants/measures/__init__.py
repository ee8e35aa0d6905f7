"""What can be counted over a whole collation; a measure a file.

``agreement`` sets each witness against the seed, ``variation`` all versions against their
middle (Eddy and Viv), ``scores`` are those of machine translation.
"""
