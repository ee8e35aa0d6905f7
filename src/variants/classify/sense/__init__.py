"""Signs that a difference touches the sense, and the model that weighs them.

``contrast`` is a difference with the two sentences around it. Each ``*_signs`` module compares one
thing on both sides and yields ``signs``; the model weighs all of them.
"""
