"""German: abbreviations, ordinals, and capitals that mark no names."""

from __future__ import annotations

from variants.languages.language import Language

GERMAN = Language(
    "de",
    # Every noun has a capital.
    capitals_mark_names=False,
    abbreviations=frozenset(
        "Frl Hr Hrn Dir Gen Gesch Hptm Ing Insp Kap Lt Ltn Maj Min Mjr Obst Sekr vgl Vgl".split()
    ),
    numbered_abbreviations=frozenset(
        "abb abs abt anl anm art aufl bd bde bl dok fol hs jg kap lfd nr nr okt nov dez jan "
        "febr aug sept s sp str tab taf tel z ziff".split()
    ),
    ending_abbreviations=("usw", "usf", "etc", "u. dgl", "u. ä", "u. a. m", "ff"),
    openers=frozenset(
        "aber alle als am an auch auf aus außerdem bei bis da daher damals damit danach dann "
        "darauf darum das daß dass dem den denn der deren des deshalb die dies diese dieser "
        "dieses doch dort durch ein eine einem einen einer eines einige er erst es für gegen "
        "hier ich ihm ihn ihr ihre im in ist ja jede jeder jedes jetzt kein keine man mit nach "
        "nein nicht nichts niemand noch nun nur ob obwohl oder ohne schon sein seine seit sie "
        "so sogar sonst über um und uns unser unter viele vom von vor war warum was weil wenn "
        "wer wie wir wo zu zum zur zwischen".split()
    ),
    unbroken=((r"\b\d{1,2}\.\d{1,2}\.", r"[(\[]"),),  # "am 7.10. (Dienstag)"
    ordinals_have_stops=True,
)
