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
from variants.languages.polarity import PolarityWords, phrases_of
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
    hundreds = {f"{one}cento": 100 * n for one, n in ones.items() if n > 1} | {"cento": 100}
    large = with_hundreds({**ones, **small}, hundreds)
    # Without "ottanta" after "cento" drawn together.
    large |= {word.replace("ntoott", "ntott"): value for word, value in large.items()}
    clear = {one: n for one, n in ones.items() if n not in {1, 6}}  # An article, "you are".
    thousands = with_thousand({**clear, "sei": 6, **small, **large}, "mila")
    years = with_hundreds({**ones, **small, **large}, {"mille": 1_000, "duemila": 2_000})
    del years["mille"]  # A scale.
    del small["venti"]  # Winds.
    return {**clear, **small, **large, **thousands, **years}


_COMMON_CAPITALS = """
    ambasciatore camera chiesa comitato commissione congresso consiglio dio dottor esercito
    generale governo imperatore ministero ministro papa parlamento partito presidente professore
    re regina repubblica segretario senato signor signora signore stato
    """
_SHORT_FORMS = """
    sig=signor/signore sigg=signori dott=dottor/dottore prof=professor/professore gen=generale
    col=colonnello magg=maggiore cap=capitano/capitolo avv=avvocato ing=ingegnere on=onorevole
    sen=senatore mons=monsignor/monsignore card=cardinale p=pagina pp=pagine pag=pagina
    pagg=pagine n=numero art=articolo/articoli vol=volume ecc=eccetera
    """

ITALIAN = Language(
    "it",
    number_words=True,
    value_words=ValueWords(
        cardinals=_cardinals(),
        after_tens={"uno": 1, "una": 1, "sei": 6, "venti": 20},
        scales={
            "mille": 1_000,
            "mila": 1_000,
            **dict.fromkeys(("milione", "milioni"), 1_000_000),
            **dict.fromkeys(("miliardo", "miliardi"), 1_000_000_000),
        },
        collectives={"dozzina": 12},
        many={"centinaia": 100, "migliaia": 1_000},
        of=frozenset({"di"}),
        joints=frozenset({"e"}),
        articles=frozenset({"un", "uno", "una"}),
        before_numbers=limits(
            {
                Bound.AT_LEAST: "almeno|non meno di",
                Bound.AT_MOST: "al massimo|tutt'al piu|fino a|non piu di",
                Bound.OVER: "piu di|oltre",
                Bound.UNDER: "meno di",
                Exactness.ABOUT: "circa|all'incirca|pressappoco",
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
        percent=(("%",), ("per", "cento")),
        months=months_from_january(
            "gennaio genn gen, febbraio febbr feb, marzo, aprile apr, maggio magg, giugno, "
            "luglio lug, agosto, settembre sett, ottobre ott, novembre nov, dicembre dic"
        ),
        small_months=True,
        short_dates=frozenset("genn gen febbr feb apr magg lug sett ott nov dic".split()),
    ),
    polarity=PolarityWords(
        words=frozenset(
            "non mai nessuno nessuna nessun niente nulla neppure nemmeno neanche senza".split()
        ),
        harmless=phrases_of(
            """
            non solo|non soltanto|non solamente|non appena|non meno|nondimeno|se non altro
            non pote non|non poteva non|non potevano non|non puo non|senza dubbio|senz'altro
            piu che mai|quanto mai|nientemeno che
            """
        ),
        concord=frozenset(
            "mai nessuno nessuna nessun niente nulla neppure nemmeno neanche".split()
        ),
        nearly=frozenset({"quasi", "pressoche"}),
        partial=frozenset("tutto tutta tutti tutte sempre ogni".split()),
        weak=frozenset("poco poca pochi poche appena raramente".split()),
        clause_words=frozenset("e ed ma bensi perche quando se che benche mentre o".split()),
        not_merely=phrases_of("non solo|non soltanto|non solamente"),
        exclusive=phrases_of("solo|soltanto|solamente|unicamente|esclusivamente"),
        inclusive=phrases_of("anche|perfino|persino|non solo|non soltanto"),
    ),
    common_capitals=frozenset(fold(_COMMON_CAPITALS).split()),
    short_forms=short_forms(_SHORT_FORMS),
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
