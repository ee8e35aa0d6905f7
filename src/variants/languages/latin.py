"""Latin: first names and offices."""

from __future__ import annotations

from variants.languages.language import Language

LATIN = Language(
    "la",
    abbreviations=frozenset(
        "Agr Ap App Cn Fl Imp K Mam Sal Ser Sert Sex Sp St Ti Tib aed cens cos Cos coss Coss "
        "imp pont pr praef proc procos proq q tr trib".split()
    ),
    numbered_abbreviations=frozenset("a cap cf fol lib lin n p pag t tom v vol".split()),
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
