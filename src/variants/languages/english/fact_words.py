"""Words of English that state a fact of their own: qualities, manners, circumstances."""

from __future__ import annotations

from variants.languages.fact_words import FactWords

_DIRECTIONS = """
    northern southern eastern western northerly southerly easterly westerly northernmost
    southernmost easternmost westernmost northeastern northwestern southeastern southwestern
    north-eastern north-western south-eastern south-western upper lower inner outer innermost
    outermost uppermost lowermost inland landward seaward coastal riverside nether nearer farther
    further hither left right front rear lateral adjacent adjoining neighbouring neighboring
    opposite foremost hindmost hinder
    """
_MATERIALS = """
    wooden oaken oak birchen beechen ashen walnut mahogany ebony golden gold gilt gilded silver
    silvern iron brazen brass bronze copper leaden lead tin pewter steel stone marble granite brick
    clay earthen earthenware woollen woolen linen silken silk cotton leather leathern velvet fur
    sable ermine glass crystal ivory bone horn waxen wax paper parchment vellum straw thatched reed
    wicker hempen flaxen wattled porcelain plaster jewelled jeweled embroidered
    """
_COLOURS = """
    red black white blue green yellow brown grey gray purple scarlet crimson azure violet pink
    orange piebald dappled roan grizzled coloured colored striped spotted speckled
    """
_BODIES = """
    wounded unwounded injured maimed mutilated crippled lame blind blinded deaf dumb mute one-eyed
    one-legged one-armed one-handed hunchbacked bald bearded beardless pregnant leprous sick ill
    ailing convalescent feverish consumptive paralysed paralyzed insane lunatic dying dead deceased
    stillborn drowned naked barefoot barefooted bareheaded unclad veiled masked disguised armed
    unarmed mounted dismounted drunken drunk intoxicated starving famished sleeping captive captured
    imprisoned chained fettered shackled exiled banished fugitive runaway escaped disabled veteran
    toothless freckled tattooed branded circumcised uncircumcised
    """
_STATIONS = """
    married unmarried widowed betrothed divorced childless fatherless motherless parentless orphaned
    orphan illegitimate legitimate bastard adopted adoptive adopting foster posthumous younger elder
    eldest youngest older oldest firstborn first-born second-born grown-up adult minor senior junior
    maternal paternal enslaved freed freeborn free-born manumitted landless landed homeless
    penniless destitute bankrupt insolvent illiterate literate baptised baptized unbaptised
    unbaptized excommunicate excommunicated ordained unordained consecrated unconsecrated anointed
    crowned uncrowned enfranchised naturalised naturalized native-born
    """
_OFFICES = """
    former onetime one-time sometime erstwhile retired acting deputy assistant vice honorary titular
    designate provisional temporary permanent interim hereditary elective elected regular irregular
    auxiliary volunteer mercenary conscript paid unpaid salaried hired professional amateur
    apprenticed military civil civilian naval maritime commercial mercantile diplomatic judicial
    criminal penal fiscal financial ecclesiastical clerical secular monastic episcopal papal
    pontifical priestly royal imperial ducal archducal municipal provincial federal rural urban
    medical surgical theological foreign colonial overseas royalist republican socialist communist
    liberal conservative monarchist nationalist heathen pagan infidel christian jewish moslem muslim
    mohammedan mahometan catholic protestant lutheran calvinist orthodox heretical idolatrous
    """
_FORMS = """
    secret clandestine private public confidential official unofficial informal written unwritten
    oral verbal printed unprinted handwritten signed unsigned anonymous sealed unsealed unopened
    certified attested authenticated notarised notarized countersigned stamped unstamped dated
    undated registered unregistered bound unbound
    coded ciphered enciphered telegraphic published unpublished joint separate reciprocal voluntary
    involuntary compulsory conditional unconditional preliminary partial unanimous annual yearly
    monthly weekly daily nightly quarterly half-yearly biennial triennial hourly nocturnal false
    forged counterfeit spurious supposed alleged pretended so-called reputed putative presumed
    suspected would-be feigned sham mock impartial neutral belligerent allied enemy rebel insurgent
    mutinous disloyal illegal unlawful illicit contraband revocable irrevocable taxable
    dutiable exempt
    """
_CONDITIONS = """
    ruined deserted abandoned uninhabited fortified unfortified walled moated burnt burned burning
    broken empty unfinished half-finished frozen flooded dried salted smoked raw cooked loaded
    unloaded locked unlocked buried unburied stolen borrowed rented mortgaged unmortgaged sunken
    sunk wrecked besieged occupied unoccupied conquered unconquered surviving missing vacant
    disputed poisoned rusty rotten mouldy moldy leaking loopholed ploughed plowed unploughed mown
    fallow unleavened leavened watered unwatered navigable second-hand used unused
    """
_MANNERS = """
    secretly covertly clandestinely surreptitiously stealthily privately publicly separately jointly
    singly individually collectively unanimously temporarily provisionally permanently conditionally
    unconditionally verbally orally officially unofficially informally voluntarily involuntarily
    reluctantly unwillingly deliberately intentionally unintentionally accidentally annually yearly
    monthly weekly daily nightly hourly quarterly anonymously illegally unlawfully illicitly falsely
    partially simultaneously alternately telegraphically barefoot bareheaded gratis overland
    """
_DOUBTFUL = """
    undoubted unquestioned unexpected unheard unlimited unbounded unequalled unequaled unparalleled
    unprecedented unabated undisguised untold unwonted unaccustomed unfeigned unwearied undisturbed
    uninterrupted unbroken undeserved unmerited unchanged unmoved undaunted unmixed unalloyed
    unrestrained unsurpassed undisputed unconcerned unashamed unfounded unlooked united undertaken
    understood undone unshaken unqualified unimpaired undiminished unmatched unrivalled unrivaled
    unforeseen uncalled unbidden unspoiled unhoped unsullied unstained unblemished undefiled
    unconquered unwanted uninspired unmistaken unbridled unfettered untouched
    """
_IMPLIED = """
    snow: white cold frozen
    ice: cold frozen
    milk: white
    lily: white
    swan: white
    raven crow coal pitch soot: black
    grass leaf meadow foliage: green
    sky heaven: blue azure
    blood: red crimson scarlet
    rose: red
    sun: golden yellow
    corn wheat grain harvest: golden yellow
    night darkness: black nocturnal
    hair beard: grey gray white black
    corpse body: dead
    fire flame: burning red
    torch candle lamp: burning
    blacksmith: iron
    treaty pact agreement: written signed
    confession: oral
    warrior knight soldier: armed
    knight cavalry horseman dragoon hussar: mounted
    bishop priest pope: ordained
    king queen emperor: crowned royal imperial
    throne crown sceptre scepter: royal imperial golden
    majesty highness palace: royal imperial
    widow: widowed
    orphan: orphaned fatherless
    fortress castle stronghold citadel: fortified walled
    idol: heathen pagan
    thief: stolen
    beggar: homeless penniless
    lie liar: false
    oath: false
    """
_CIRCUMSTANCES = """
    oath writing private secret secrecy public person foot horseback credit parole bail duress
    advance auction lot chance mistake error protest permission consent leave licence license
    authorization authority approval knowledge warrant trial ransom payment charge fee toll pledge
    security deposit guarantee disguise cipher chains irons fetters custody arms exile captivity
    prison mourning absence exception request bidding instigation command orders invitation
    recommendation expense cost instance wish wishes will advice opposition objection majority
    plurality acclamation ballot vote witness witnesses escort safe-conduct passport flag colours
    colors banner telegraph telegram letter proxy deputy ship boat sea land rail sledge coach
    carriage torchlight candlelight moonlight lamplight hunger thirst consumption fever plague
    cholera typhus smallpox dysentery scurvy dropsy apoplexy poison drowning hanging strangulation
    fog mist rain rainstorm snow snowstorm blizzard hail hailstorm sleet gale tempest thunderstorm
    hurricane downpour drizzle frost
    beheading sword treachery treason bribery theft forgery perjury fraud stealth storm
    surprise assault siege instalments installments cash silver gold barter exchange
    latin greek hebrew french german english russian translation verse prose rhyme
    mediation intercession intervention agency offices influence
    interpreter accident confession sacrament penance condition understanding proviso
    """
_TIMES = """
    night midnight dawn daybreak daylight sunrise sunset noon midday noonday dusk nightfall evening
    morning afternoon forenoon twilight cockcrow weekday weekdays spring summer autumn winter
    midsummer midwinter eve christmas easter whitsun whitsuntide pentecost michaelmas martinmas
    candlemas lent advent epiphany lammas shrovetide vespers matins mass breakfast dinner supper
    harvest holiday holidays sundays mondays tuesdays wednesdays thursdays fridays saturdays
    """
_VAGUE = """
    way ways manner fashion part parts fact course case cases order end beginning time moment hour
    day days place places side sides hand hands heart soul mind eye eyes mouth lips lip voice face
    head body arm arms feet life name kind sort matter regard respect account thing things
    purpose means reason view sight presence number speed haste care ease world earth land ground
    spot midst middle distance direction neighbourhood neighborhood vicinity front back top bottom
    man men woman people person persons fellow one ones company field point position situation
    office post throne rest remainder whole half child
    state condition house home seat feet country piece word words breath glance step steps turn
    quarters lodging lodgings abode dwelling
    anybody anyone everybody everyone nobody somebody someone
    god lord table door bed chair road pocket breast bosom knee knees neck shoulder shoulders
    """


def _implied() -> dict[str, frozenset[str]]:
    rows = (line.split(":") for line in _IMPLIED.strip().splitlines())
    return {noun: frozenset(words.split()) for nouns, words in rows for noun in nouns.split()}


FACT_WORDS = FactWords(
    qualities=frozenset(
        f"{_DIRECTIONS}{_MATERIALS}{_COLOURS}{_BODIES}{_STATIONS}{_OFFICES}{_FORMS}"
        f"{_CONDITIONS}".split()
    ),
    manners=frozenset(_MANNERS.split()),
    denied="un",
    doubtful=frozenset(_DOUBTFUL.split()),
    implied=_implied(),
    circumstances=frozenset(_CIRCUMSTANCES.split()),
    times=frozenset(_TIMES.split()),
    means=frozenset("with by through without via among amongst alongside".split()),
    lacking=frozenset({"without"}),
    pointing=frozenset("this that these those such same said aforesaid".split()),
    vague=frozenset(_VAGUE.split()),
)
