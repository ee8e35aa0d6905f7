"""Grammatical classes of English function words."""

from __future__ import annotations

GRAMMAR = {
    word: name
    for name, words in {
        "determiner": "a an the this that these those such every each",
        "possessive": "its their his her our my your",
        "preposition": """
            of in on at by for with from into onto upon over under above below about after before
            between among amid through throughout during against within without across along
            around behind beside besides beyond near off out up down toward towards via per
            despite except regarding concerning unto
            """,
        "to": "to",
        "auxiliary": "is am are was were be been being has have had having do does did done doing",
        "modal": "will would shall should can could may might must ought cannot",
        "genitive": "'s '",
        "conjunction": """
            and or but nor yet if while when as than because since although though unless until
            till so lest whether whereas
            """,
        "pronoun": """
            i me you he him she it we us they them who whom whose which what there himself herself
            itself themselves myself yourself one
            """,
        "negation": "not no never n't none neither",
        "adverb": """
            also very too more most just only even still already again once now then here thus
            hence therefore however
            """,
    }.items()
    for word in words.split()
}
"""Class of a function word, to find where a phrase begins and ends."""

GRAMMAR_ENDINGS = ("ly", "ed", "ing")
"""Endings of content words that matter there."""
