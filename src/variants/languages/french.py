"""French: abbreviations, and words that open sentences."""

from __future__ import annotations

from variants.languages.language import Language

FRENCH = Language(
    "fr",
    abbreviations=frozenset(
        "Dr Me Mgr Mlle Mlles MM Mme Mmes St Ste Exc Em amb Amb cap Cap capt col Col cdt cne "
        "gal Gal gén Gén lieut Lieut lt maj mar min prés prof Prof sgt cf Cf env éd vs".split()
    ),
    numbered_abbreviations=frozenset(
        "art arts avr chap col déc doc f ff fig fol févr fr janv juil l liv mss ms n no nos "
        "nov oct p pag par pp pièce pl sect sept t tab v vol vols".split()
    ),
    ending_abbreviations=("etc",),
    openers=frozenset(
        "au aux avec ce ces cet cette dans elle elles en et il ils leur mais nous on or par "
        "pour puis quand sans ses si son sous sur une vous".split()
    ),
)
