"""English terms that exclude each other: ranks, relatives, verdicts, arms, sacraments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

_FIELDS = """
    father / mother / brother / sister / son / daughter / uncle / aunt / nephew / niece / cousin
    grandfather / grandmother / grandson / granddaughter
    stepfather|step-father / father-in-law / godfather|god-father / father
    stepmother|step-mother / mother-in-law / godmother|god-mother / mother
    stepson|step-son / son-in-law / godson|god-son / son
    stepdaughter|step-daughter / daughter-in-law / goddaughter|god-daughter / daughter
    stepbrother|step-brother / half-brother / brother-in-law / brother
    stepsister|step-sister / half-sister / sister-in-law / sister
    father-in-law / mother-in-law / son-in-law / daughter-in-law / brother-in-law / sister-in-law
    stepfather|step-father / stepmother|step-mother / stepson|step-son / stepdaughter|step-daughter
    godfather|god-father / godmother|god-mother / godson|god-son / goddaughter|god-daughter
    husband|widower / wife|widow
    pope|pontiff / cardinal / archbishop / bishop / abbot / prior / canon / deacon / friar / hermit
    abbess / prioress
    emperor|kaiser / king / prince / duke / marquis|marquess / count|earl / viscount / baron
    emperor|kaiser / king / elector / archduke / duke / margrave / landgrave / count|earl
    empress / queen / princess / duchess / marchioness / countess / viscountess / baroness
    governor / mayor|burgomaster / prefect / consul / ambassador / chancellor / viceroy / regent
    ambassador / minister / d'affaires / attaché / consul / nuncio|legate
    treasurer / auditor / secretary / chancellor
    marshal / general / colonel / major / captain / lieutenant / ensign / sergeant / corporal
    admiral / commodore / midshipman / boatswain
    corps / division / brigade / regiment / battalion / squadron / battery / company / platoon
    company / squadron / platoon / squad
    consul / praetor / quaestor / aedile / censor / tribune / lictor / senate
    parliament / cabinet / synod / jury
    legion / cohort / maniple / century
    cavalry / infantry / artillery
    cavalryman / infantryman|musketeer / artilleryman|gunner / sapper
    frigate / brig / sloop / galley / schooner / ketch / barque / cutter / steamer|steamship
    battleship / cruiser / destroyer / submarine / minesweeper
    rifle|musket / pistol|revolver / sword|sabre|saber / spear|lance / axe / dagger / bow
    christen|baptise|baptize / confirm / ordain / marry|wed / anoint / absolve / bury|inter
    baptism|christening / confirmation / ordination / marriage|wedding / absolution / burial|funeral
    acquit|exonerate / pardon|amnesty / reprieve / convict / condemn|sentence
    annul|quash|rescind|revoke|repeal / amend|modify|revise / confirm|uphold|ratify
    acquittal / pardon|amnesty / reprieve / conviction
    prorogue|adjourn / dissolve / convene|convoke
    prorogation|adjournment / dissolution / convocation
    statute / ordinance / decree|edict / charter / constitution / bylaw|by-law
    plaintiff / defendant / juror|juryman / judge
    executor / trustee / guardian
    buyer|purchaser / seller|vendor
    landlord|lessor / tenant|lessee
    debtor / creditor
    employer / employee
    cathedral / chapel / mosque / synagogue
    typhus / typhoid / cholera / smallpox / measles / scurvy / dysentery / leprosy / diphtheria
    malaria|ague / consumption|tuberculosis / pneumonia / influenza / syphilis / rabies / jaundice
    lading / exchange
    loan|credit / grant|subsidy / gift|donation / sale / lease / mortgage / legacy|bequest
    suzerainty|overlordship / sovereignty|independence / autonomy / protectorate / condominium
    sovereignty|independence / autonomy / protectorate / regency
    alliance / armistice|truce / capitulation|surrender / neutrality / peace
    wheat / rye / barley / oats / millet / maize
    silk / wool / cotton / linen / hemp
    wine / beer|ale / brandy / rum / cider / milk
    coffee / tea / cocoa / tobacco / sugar / salt / pepper
    gold / silver / copper / iron / lead / tin / bronze / brass / steel
    red|scarlet|crimson / blue|azure / green / yellow / white / black / brown / purple / grey|gray
    oak / elm / beech / birch / linden / pine / fir / poplar / willow / chestnut / maple / cedar
    horse / ox / cow / sheep / goat / pig|hog / mule / donkey|ass / camel
    spring / summer / autumn / winter
    hanged / beheaded|decapitated / drowned / shot / strangled
    treason / murder / manslaughter / theft|larceny / perjury / forgery / arson / blasphemy
    north / south / east / west
    morning / noon / evening / night
    archer|bowman / slinger / horseman / spearman|pikeman / charioteer
    baker / butcher / smith|blacksmith / carpenter|joiner / mason / tailor / cobbler|shoemaker
    weaver / potter / tanner / cooper / miller / gardener / goldsmith / painter / sculptor
    physician|doctor|surgeon / lawyer|advocate|attorney / notary / surveyor / engineer / architect
    lion / tiger / leopard|panther / bear / wolf / fox / boar / deer|stag|hart / ape|monkey / hare
    eagle / vulture / raven|crow / owl / dove|pigeon / swan / goose / duck / peacock / sparrow / hen
    locust|grasshopper / mouse / rat / frog / gnat / bee / wasp / ant / flea / louse / spider
    scorpion / snake|serpent|viper|adder / lizard / toad / beetle / caterpillar
    salmon / trout / herring / cod / eel / pike / carp / sturgeon / whale / dolphin / seal
    apple / pear / fig / date / grape / plum / cherry / peach / pomegranate / olive / lemon / quince
    diamond / ruby / emerald / sapphire / pearl / amber / coral / topaz / amethyst / turquoise
    stable / loft|attic|garret / cellar / kitchen / pantry|larder / library / bedroom|bedchamber
    hearthstone / threshold|doorstep / chimney / window / staircase
    monastery|abbey|convent|cloister / mill / inn|tavern / lighthouse / hospital / school / barn
    cloak|mantle / tunic / shirt / glove / shoe|boot / belt|girdle / veil / apron / stocking
    ring / bracelet|armlet / necklace / brooch / earring / crown|diadem
    drum / trumpet|bugle|horn / flute / harp|lyre|lute / fiddle|violin / organ
    finger / thumb / toe / tooth / nose / wrist / elbow / ankle / knee / rib / thigh / forehead
    sledge|sleigh / cart|wagon|waggon / litter|palanquin / chariot
    tribute / rent / tithe / toll / ransom / pension / dowry / bribe
    arbitration / mediation / litigation
    fog|mist / snow / hail / thunder
"""
"""Each row is a field of terms; equal ones are joined by "|"."""


def _numbered() -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each word with the numbers of its field and of its term."""
    for field, row in enumerate(_FIELDS.strip().splitlines()):
        for term, words in enumerate(row.split("/")):
            yield from ((word.strip(), (field, term)) for word in words.split("|"))


def _by_word() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return the terms of each word; tuples, because sets would take four times the memory."""
    found: dict[str, tuple[tuple[int, int], ...]] = {}
    for word, term in _numbered():
        found[word] = (*found.get(word, ()), term)
    return found


TERMS: Mapping[str, tuple[tuple[int, int], ...]] = _by_word()
"""The terms that a word names: numbers of field and term."""
