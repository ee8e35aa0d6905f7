"""What the differences are: kinds and flags, and one apparatus for all witnesses.

``kinds`` and ``flags`` classify a pair of wordings in their ``context``, under the ``config`` of an
edition with its ``rules``; ``pieces`` cuts a bead, ``differences`` finds its variants,
``passages`` cuts the rows, ``entries`` merges the witnesses' readings.
"""
