"""German: abbreviations, ordinals, and capitals that mark no names."""

from __future__ import annotations

from variants.languages.cardinal_forms import cardinals_from_two
from variants.languages.language import Language
from variants.languages.value_table import ValueWords

GERMAN = Language(
    "de",
    # Every noun has a capital.
    capitals_mark_names=False,
    value_words=ValueWords(
        cardinals=cardinals_from_two(
            "zwei zwo zweien, drei dreien, vier vieren, funf, sechs, sieben, acht, neun, zehn, "
            "elf, zwolf, dreizehn, vierzehn, funfzehn, sechzehn, siebzehn, achtzehn, "
            "neunzehn, zwanzig"
        ),
        hours=frozenset({"uhr"}),
    ),
    abbreviations=frozenset(
        "Abg Admin Bez Bgm Botsch Dipl Dir Doz Ehrw Erzb Exz Fam Feldw Frhr Frl Gebr Gen Genn "
        "Gesch Hl Hptm Hr Hrn Ing Insp Jgfr Kap Kapt Kard Kfm Komm Korv Kpt Lic Lt Ltn Maj "
        "Min Mjr Obfw Oblt Obltn Obst Pfr Pol Priv Prok Prov Präs Rabb Rittm Sekr Stud Uffz "
        "Verw Vgl vgl Vors Wwe".split()
    ),
    numbered_abbreviations=frozenset(
        "abb abh abs abschn abt akz anh anl anm art aufl aug ausg bd bde beil bem bl dez dok "
        "fasz febr fig fn fol hs hss jan jg kap lfd lfg lit ms mss nov nr okt rdnr s sept sig "
        "sign sp str suppl tab taf tel tl u urk verz z ziff zl".split()
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
    page_words=frozenset("bl blatt s seite seiten sp spalte".split()),
    editors_words=frozenset("unleserlich unlesbar unentzifferbar".split()),
)
