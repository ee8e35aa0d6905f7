"""Latin: first names, offices, and days of the Roman calendar."""

from __future__ import annotations

from variants.languages.language import Language
from variants.languages.letter_spelling import with_letters

LATIN = Language(
    "la",
    spelling=with_letters({"j": "i", "v": "u"}),
    abbreviations=frozenset(
        "Agr Ap Apr App Aug Cn Cos Coss Dat Dec Febr Fl Ian Id Imp Iul Iun Jan Jul Jun K Kal Mai "
        "Mam Mart Non Nov Oct Prid Sal Sept Ser Sert Sex Sp St Ti Tib aed cens cos coss imp "
        "pont pr praef prid proc procos proq q tr trib".split()
    ),
    numbered_abbreviations=frozenset("a an ann cap cf fol lib lin n p pag t tom v vol".split()),
    ending_abbreviations=("etc", "rel", "sqq"),
    openers=frozenset(
        "ab ad apud at atque autem cum de deinde dum ea ego eius enim eo et ex haec hic hoc "
        "iam ibi id ille illi in inde ipse is ita itaque nam ne nec neque nihil nisi non nos "
        "nunc post postea pro quae quam qui quia quibus quid quo quod quos sed si sic sine "
        "sub sunt tamen tandem tu tum ubi ut vel vero".split()
    ),
    page_words=frozenset("folium pagina".split()),
    editors_words=frozenset({"lacuna"}),
)
