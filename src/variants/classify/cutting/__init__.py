"""Division of differing words into phrases that can be exchanged, by a learned model.

Between runs of equal words, ``areas`` lists where phrases may be cut, ``phrase_pairs`` the pairs of
phrases that may face each other, ``cut_features`` describes them, ``cut_model`` scores them, and
``best_cut`` chooses those that cover all words of an area.
"""
