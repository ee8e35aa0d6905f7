"""What the differences are: kinds and flags, and one apparatus for all witnesses.

``kinds`` classifies a pair of wordings, ``differences`` finds the variants of a bead,
``passages`` cuts the rows, ``entries`` merges the witnesses' readings.
"""
