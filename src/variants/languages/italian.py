"""Italian: abbreviations."""

from __future__ import annotations

from variants.languages.cardinal_forms import (
    months_from_january,
    numbered,
    with_hundreds,
    with_thousand,
)
from variants.languages.folding import fold
from variants.languages.language import Language
from variants.languages.limit_table import limits
from variants.languages.polarity_table import PolarityWords, phrases_of, stem_reader
from variants.languages.short_form_table import short_forms
from variants.languages.value_table import Bound, Exactness, ValueWords

_ONES = "uno un, due, tre, quattro, cinque, sei, sette, otto, nove"
_TENS = "venti trenta quaranta cinquanta sessanta settanta ottanta novanta".split()


def _cardinals() -> dict[str, int]:
    """Return the numbers in one word: "ventuno", "duecentocinque", "tremila"."""
    ones = numbered(_ONES, first=1)
    teens = numbered(
        "dieci, undici, dodici, tredici, quattordici, quindici, sedici, diciassette, diciotto, "
        "diciannove",
        first=10,
    )
    tens = {ten: 10 * n for n, ten in enumerate(_TENS, 2)}
    above = {
        f"{ten[:-1] if one[0] in 'uo' else ten}{one}": value + more
        for ten, value in tens.items()
        for one, more in ones.items()
    }
    small = {**teens, **tens, **above}
    hundreds = {f"{one}cento": 100 * n for one, n in ones.items() if n > 1}
    hundreds |= {"cento": 100, "dugento": 200}
    large = with_hundreds({**ones, **small}, hundreds)
    # Without "ottanta" after "cento" drawn together.
    large |= {word.replace("ntoott", "ntott"): value for word, value in large.items()}
    clear = {one: n for one, n in ones.items() if n > 1}
    thousands = with_thousand({**clear, **small, **large}, "mila")
    years = with_hundreds({**ones, **small, **large}, {"mille": 1_000, "duemila": 2_000})
    del years["mille"]  # A scale.
    return {**clear, **small, **large, **thousands, **years}


_COMMON_CAPITALS = """
    ambasciatore camera chiesa comitato commissione congresso consiglio dio dottor esercito
    generale governo imperatore ministero ministro papa parlamento partito presidente professore
    re regina repubblica segretario senato signor signora signore stato
    egli figlio gli io le lei loro lui me mi mia mie miei mio padre sé spirito sua sue suo suoi te
    ti tu tua tue tuo tuoi voi vostra vostro
    """
_SHORT_FORMS = """
    sig=signor/signore sigg=signori dott=dottor/dottore prof=professor/professore gen=generale
    col=colonnello magg=maggiore cap=capitano/capitolo avv=avvocato ing=ingegnere on=onorevole
    sen=senatore mons=monsignor/monsignore card=cardinale p=pagina pp=pagine pag=pagina
    pagg=pagine n=numero art=articolo/articoli vol=volume ecc=eccetera
    """


def _ordinals() -> dict[str, int]:
    """Return the ordinals: "terzo", "undicesima", "ventitreesimo"."""
    masculine = numbered("primo, secondo, terzo, quarto, quinto, sesto, settimo, ottavo", first=1)
    masculine |= numbered("nono, decimo, undecimo, duodecimo, decimoterzo, decimoquarto", first=9)
    masculine |= numbered("decimoquinto, decimosesto, decimosettimo, decimottavo", first=15)
    masculine |= {
        f"{word if word.endswith(('tre', 'sei')) else word[:-1]}esimo": number
        for word, number in _cardinals().items()
        if number in range(11, 101)
    }
    feminine = {f"{word[:-1]}a": number for word, number in masculine.items()}
    del feminine["prima"]  # Before.
    return masculine | feminine


_ORDINALS = _ordinals()
_PARTS = {word: number for word, number in _ORDINALS.items() if number in {*range(3, 11), 100}}
"""Ordinals that are also denominators."""
_AT_LEAST = "almeno|per lo meno|come minimo"
_AT_MOST = "al massimo|tutt'al piu|al piu"
_DENIED = (
    "im-possib im-prud im-pazien im-perf im-pur im-mobil im-mort im-modest im-probab in-capac "
    "in-cert in-compl in-compiut in-degn in-discut in-docil dis-ugual in-effic in-evitab in-esatt "
    "in-espert in-fedel in-finit in-grat in-abil in-giust in-numer in-offens in-quiet in-soddisf "
    "in-sensat in-sensib in-suffic in-toller in-util in-visib ir-regol ir-resol il-legal il-legit "
    "il-leggib s-leal s-conosc dis-piac dis-obbed dis-onor s-content s-fortun in-felic"
)
"""Stems with a prefix that denies them."""

ITALIAN = Language(
    "it",
    number_words=True,
    value_words=ValueWords(
        cardinals=_cardinals(),
        after_tens={"uno": 1, "una": 1},
        scales={
            "mille": 1_000,
            "mila": 1_000,
            **dict.fromkeys(("milione", "milioni"), 1_000_000),
            **dict.fromkeys(("miliardo", "miliardi"), 1_000_000_000),
        },
        ordinals=_ORDINALS,
        ordinal_tens={word: n for word, n in _ORDINALS.items() if n in range(10, 100, 10)},
        ordinal_endings=frozenset("o a".split()),
        collectives={
            **numbered("decina decine, , dozzina dozzine, , , quindicina", first=10),
            **numbered("ventina, trentina, quarantina, cinquantina, sessantina", first=20, step=10),
            **numbered("settantina, ottantina, novantina", first=70, step=10),
            **numbered("centinaio centinaia, migliaio migliaia", first=100, step=900),
        },
        many={"centinaia": 100, "migliaia": 1_000},
        fractions={"meta": 1 / 2},
        parts={**_PARTS, **{f"{part[:-1]}i": n for part, n in _PARTS.items()}},
        part_words=frozenset({"parte"}),
        of=frozenset("di del dei degli della delle dello".split()),
        joints=frozenset({"e"}),
        alternatives=frozenset({"o", "a"}),
        between={"tra": "e", "fra": "e", "da": "a"},
        labels=frozenset(
            "articolo atto capitolo libro numero pagina parte scena sezione titolo tomo".split()
        ),
        false_numerals=frozenset("CI DI LI MI".split()),
        articles=frozenset({"un", "uno", "una"}),
        percent=(("%",), ("per", "cento"), ("per", "100")),
        unclear_bounds=phrases_of("fino a|oltre"),
        before_numbers=limits(
            {
                Bound.AT_LEAST: f"{_AT_LEAST}|non meno di",
                Bound.AT_MOST: f"{_AT_MOST}|fino a|non piu di|non oltre",
                Bound.OVER: "piu di|oltre",
                Bound.UNDER: "meno di",
                Exactness.ABOUT: "circa|all'incirca|pressappoco|intorno a",
                Exactness.NEARLY: "quasi",
                Exactness.EXACTLY: "esattamente|precisamente",
            }
        ),
        before_dates=limits(
            {
                Bound.BEFORE: "prima del|prima di",
                Bound.AFTER: "dopo|dopo il",
                Bound.UNTIL: "fino al|entro il|entro",
                Bound.SINCE: "a partire dal|sin dal|fin dal",
            }
        ),
        months=months_from_january(
            "gennaio genn gen, febbraio febbr feb, marzo, aprile apr, maggio magg, giugno, "
            "luglio lug, agosto, settembre sett, ottobre ott, novembre nov, dicembre dic"
        ),
        small_months=True,
        weekdays=numbered(
            "lunedi, martedi, mercoledi, giovedi, venerdi, sabato, domenica", first=1
        ),
        short_dates=frozenset("genn gen febbr feb apr magg lug sett ott nov dic".split()),
        after_values=limits(
            {
                Bound.AT_LEAST: f"{_AT_LEAST}|o piu",
                Bound.AT_MOST: f"{_AT_MOST}|o meno",
                Exactness.ABOUT: "circa|all'incirca|pressappoco|o giu di li",
                Exactness.EXACTLY: "esattamente|precisamente",
            }
        ),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "non nessuno nessuna nessun niuno niuna niun niente nulla neppure nemmeno neanche "
            "né nè giammai senza".split()
        ),
        harmless=phrases_of(
            """
            non solo|non soltanto|non solamente|non appena|non meno|se non altro
            non pote non|non poteva non|non potevano non|non puo non|senza dubbio|senz'altro
            piu che mai|quanto mai|nientemeno che|quanto non|finche non|fino a che non
            fintanto che non|a meno che non|per poco non|non senza|senza indugio|non c'e dubbio
            non v'e dubbio
            """
        ),
        concord=frozenset(
            "mai nessuno nessuna nessun niuno niuna niun niente nulla neppure nemmeno neanche "
            "né nè giammai".split()
        ),
        phrases=phrases_of("senza che"),
        small=frozenset(
            "il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai "
            "agli alle da dal dalla dai dalle in nel nella nei nelle su sul sulla con per tra fra "
            "suo sua suoi sue loro mio mia nostro nostra vostro vostra io tu egli ella noi voi "
            "essi mi ti si ci vi li ne questo questa quel quella e ed o ma che".split()
        ),
        second={"né": "né", "nè": "nè"},
        exceptive=phrases_of("che|se non|fuorche|eccetto|tranne|salvo"),
        verb_forms=frozenset(
            """
            nego nega negano negava negavano negarono negare negando neghera negasse niego niega
            rifiuto rifiuta rifiutano rifiutava rifiutavano rifiutarono rifiutare rifiutando
            ricuso ricusa ricusano ricusava ricusavano ricusarono ricusare ricusando
            """.split()
        ),
        base_of=stem_reader(_DENIED),
        nearly=frozenset({"quasi", "pressoche"}),
        partial=frozenset("tutto tutta tutti tutte sempre ogni".split()),
        weak=frozenset("mai poco poca pochi poche appena raramente".split()),
        clause_words=frozenset("e ed ma bensi perche quando se che benche mentre o".split()),
        not_merely=phrases_of("non solo|non soltanto|non solamente"),
        exclusive=phrases_of("solo|soltanto|solamente|unicamente|esclusivamente"),
        inclusive=phrases_of("anche|perfino|persino|non solo|non soltanto"),
    ),
    common_capitals=frozenset(fold(_COMMON_CAPITALS).split()),
    short_forms=short_forms(_SHORT_FORMS),
    accented=frozenset({"né", "nè"}),
    abbreviations=frozenset(
        "amm Amm amb Amb avv Avv cap Cap card Card cav Cav col Col comm Comm dott Dott gen "
        "Gen ing Ing magg Magg mons Mons on On prof Prof rag sen Sen sig Sig sigg sig.ra ten "
        "Ten".split()
    ),
    numbered_abbreviations=frozenset(
        "art artt c cap capp cc cfr col doc docc f fasc ff fig figg fol lett n nn nr num p "
        "pag pagg par pp prot s sez sg tab tav tavv tomo vol voll".split()
    ),
    ending_abbreviations=("ecc", "etc"),
    everyday_words=frozenset("mar re via".split()),
    openers=frozenset(
        "al alla allora anche che chi ci con così dal dalla dopo e ed egli era essi gli ha "
        "ho i il in io la le lei lo loro lui ma mentre nel nella no noi non nulla ogni per "
        "perché poi quando questa questo qui se si sono sua suo tra tu tutti un una uno voi".split()
    ),
    unbroken=((r"\b[ad]\.", r"C\."),),  # "nel 300 a. C."
    page_words=frozenset("carta cc foglio pagina pagine".split()),
    editors_words=frozenset("illeggibile illeggibili".split()),
)
