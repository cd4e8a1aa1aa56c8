"""Words that American and British English spell apart, as families of stems and endings.

British -ize is not here: Oxford spelling has it, so only -ise tells the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple


class Spellings(NamedTuple):
    """What a word of each variant is in the other; what is right in both is in neither."""

    american: dict[str, str]  # by the British spelling
    british: dict[str, str]  # by the American spelling


class _Family(NamedTuple):
    """Stems that end apart, and what may follow: ``"-"`` is nothing, ``"x/y"`` differs again.

    ``only`` keeps to the words that are foreign to ``us`` or to ``gb``, where the spelling of the
    other side is right, or ambiguous, on both.
    """

    us: str
    gb: str
    stems: str
    endings: str
    prefixes: str = "-"
    only: str = ""


_FAMILIES: Final = (
    _Family(
        "or",
        "our",
        """arb ard arm behavi cand clam col demean enam endeav fav ferv flav harb hon hum lab
        misdemean neighb od parl ranc rig rum savi sav splend succ tum val vap vig belab disfav
        dishon discol""",
        "- s ed ing er ers ful fully less able ably ite ites itism al ally hood hoods ly y ies "
        "ings iness",
        "- un dis mis multi water tri over",
    ),
    # A humorist is one on both sides.
    _Family("or", "our", "behavi col", "ist ists ism"),
    _Family("oriz", "ouris", "col", "e es ed ing ation"),
    _Family("iz", "lis", "tranquil", "e es ed ing er ers", only="us"),
    _Family(
        "iz",
        "is",
        """accessor acclimat actual aerosol agon alphabet american anesthet anaesthet anonym
        antagon apolog appet atom author bapt brutal bureaucrat cannibal canon capital caramel
        categor cauter central character civil collateral colon color commercial compartmental
        computer conceptual context contextual crimin critic crystall custom decimal demon
        democrat demoral deodor digit digital dramat econom editorial emphas empath energ epitom
        equal etern eulog external familiar fantas fertil fictional final fossil fratern
        galvan general glamor global harmon homogen hospital human hybrid hypnot hypothes ideal
        immortal immun individual industrial initial institutional internal international
        italic item jeopard legal legitim liberal local lyric magnet marginal material maxim
        mechan memor mesmer metabol micron minim minimal mobil modern moistur monet monopol moral
        motor national natural neutral normal notar optim organ ostrac oxid pasteur patron penal
        person personal plagiar polar polit popular pressur priorit privat professional
        public pulver radical random rational real recogn reorgan revital revolution ritual romantic
        sanit satir scandal scrutin secular sensational sensit serial sexual social solemn special
        stabil standard steril stigmat styl subsid summar symbol sympath synchron synthes systemat
        tantal tender terror theor traumat trivial tyrann union urban util vandal vapor verbal
        victim visual vital vocal weapon western winter woman aggrandom amort catech fract vaccin
        desensit disorgan demilitar militar""",
        "e es ed ing er ers able ably ation ations ational ingly",
        "- re un dis de over",
        only="us",
    ),
    _Family(
        "yz",
        "ys",
        "anal paral catal breathal electrol hydrol psychoanal",
        "e ed ing er ers able",
        "- re over",
    ),
    # "analyses" is the plural of "analysis" too.
    _Family("yz", "ys", "anal paral catal", "es", only="gb"),
    _Family(
        "",
        "",
        "cent fib lit theat calib lust meag sab somb spect scept sepulch epicent "
        "amphitheat lacklust kilomet centimet millimet millilit centilit decilit och",
        "er/re ers/res ered/red ering/ring erly/rely",
    ),
    _Family("er", "re", "met", "- s", only="us"),
    _Family("ter", "tre", "cen", "piece pieces fold folds line lines"),
    _Family("ber", "bre", "fi", "glass board optic optics"),
    _Family("ter", "tre", "thea", "goer goers going"),
    _Family("ens", "enc", "def off pret", "e es eless elessly"),
    _Family(
        "",
        "l",
        """apparel barrel bedevil bejewel bevel cancel carol cavil channel chisel counsel devil dial
        dishevel drivel duel empanel enamel equal fuel funnel gravel grovel impanel imperil initial
        jewel kennel label level libel marshal marvel medal metal model panel parcel pedal pencil
        pummel quarrel ravel revel rival shovel shrivel signal snivel snorkel spiral squirrel
        stencil swivel symbol tassel tinsel total towel travel trowel tunnel weasel yodel""",
        "ed ing er ers ings",
        "- re un pre dis mis over back",
    ),
    _Family("l", "ll", "counse counci", "or ors orship"),
    _Family("l", "ll", "meda pane due", "ist ists"),
    _Family("l", "ll", "marve libe", "ous ously"),
    _Family("l", "ll", "woo", "en ens y ier iest"),
    _Family("ll", "l", "enro fulfi", "- s ment ments", "- re un"),
    _Family("ll", "l", "insta", "ment ments"),
    _Family("ll", "l", "ski wi", "ful fully fulness", "- un"),
    _Family("ll", "l", "disti insti appa enthra", "- s"),
    _Family("e", "ae", "an", "mia mic sthetic sthetics sthetist sthetists sthesia"),
    _Family(
        "e",
        "ae",
        "gyn",
        "cology cologist cologists cological",
    ),
    _Family(
        "e",
        "ae",
        "h",
        "moglobin mophilia mophiliac morrhage morrhages morrhaging morrhaged morrhoid morrhoids",
    ),
    _Family("e", "ae", "leuk septic isch ur tox", "mia mias mic"),
    _Family("e", "ae", "hypoglyc hyperglyc glyc", "mia mic"),
    _Family("e", "ae", "p", "diatric diatrics diatrician diatricians"),
    _Family("e", "ae", "orthop", "dic dics dist dists"),
    _Family("e", "ae", "f c", "ces cal"),
    _Family("e", "ae", "", "sthetician stheticians sthetic sthetics sthetically", only="gb"),
    _Family("e", "ae", "encyclop medi", "dia dias dic val", only="us"),
    _Family("ce", "cae", "", "sarean sareans"),
    _Family("e", "oe", "", "strogen strogens sophagus sophageal dema demas strus"),
    _Family("e", "oe", "c diarrh dyspn", "liac a al"),
    _Family("e", "oe", "f hom", "tus tuses tal opath opathy opathic", only="us"),
    _Family("maneuver", "manoeuvr", "", "-/e s/es ed ing able ability", "- out un"),
    _Family("og", "ogue", "catal", "- s ed/d er/r ers/rs"),
    _Family("oging", "oguing", "catal", "-"),
    _Family("og", "ogue", "dial monol travel epil", "- s", only="gb"),
    _Family("gray", "grey", "", "- s ed er est ing ish ness scale"),
    _Family("mold", "mould", "", "- s ed er ers ing ings y ier iest"),
    _Family("molt", "moult", "", "- s ed ing"),
    _Family("smolder", "smoulder", "", "- s ed ing"),
    _Family("plow", "plough", "", "- s ed ing", "- snow"),
    _Family("skeptic", "sceptic", "", "- s al ally ism"),
    _Family("sulf", "sulph", "", "ur ate ates ide ides ite ites uric urous"),
    _Family("coz", "cos", "", "y ier iest ily iness ied ies ying"),
    _Family("jewelry", "jewellery", "", "-"),
    _Family("pajama", "pyjama", "", "- s"),
    _Family("mustache", "moustache", "", "- s d"),
    _Family("aluminum", "aluminium", "", "-"),
    _Family("airplane", "aeroplane", "", "- s"),
    _Family("artifact", "artefact", "", "- s"),
    _Family("aging", "ageing", "", "-"),
    _Family("chil", "chill", "", "i ies"),
    _Family("curbside", "kerbside", "", "-"),
    _Family("licorice", "liquorice", "", "-"),
    _Family("tranquility", "tranquillity", "", "-"),
    _Family("math", "maths", "", "-"),
    _Family("mollusk", "mollusc", "", "- s"),
    _Family("furor", "furore", "", "-"),
    _Family("glycerin", "glycerine", "", "-"),
    _Family("carburetor", "carburettor", "", "- s"),
    _Family("caliper", "calliper", "", "- s"),
    _Family("tidbit", "titbit", "", "- s"),
    _Family("phony", "phoney", "", "-"),
    _Family("omelet", "omelette", "", "- s", only="gb"),
    _Family("mom", "mum", "", "- s my/my mies/mies", only="gb"),
    _Family("practic", "practis", "", "ed ing", only="gb"),
    # Foreign in America alone: the American word is right, or another word, in Britain.
    _Family("practic", "practis", "", "e es ed ing er ers", only="us"),
    _Family("licens", "licenc", "", "e es ed ing", only="us"),
    _Family("check", "cheque", "", "- s", only="us"),
    _Family("checkbook", "chequebook", "", "- s", only="us"),
    _Family("program", "programme", "", "- s", only="us"),
    _Family("tir", "tyr", "", "e es", only="us"),
    _Family("curb", "kerb", "", "- s", only="us"),
    _Family("stor", "store", "", "y/y ies/ys", only="us"),
    _Family("draft", "draught", "", "y ier iest iness", only="us"),
    _Family("inquir", "enquir", "", "e es ed ing y ies er ers", only="us"),
    _Family("specialt", "specialit", "", "y ies", only="us"),
    _Family("yogurt", "yoghurt", "", "- s", only="us"),
    _Family("judgment", "judgement", "", "- s", only="us"),
    _Family("jail", "gaol", "", "- s ed er ers", only="us"),
    _Family("while", "whilst", "", "-", only="us"),
    _Family("among", "amongst", "", "-", only="us"),
    _Family("amid", "amidst", "", "-", only="us"),
    _Family("ed", "t", "learn dream lean spoil", "-", only="us"),
    _Family("wagon", "waggon", "", "- s", only="us"),
)


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """Return both tables, built once."""
    american: dict[str, str] = {}
    british: dict[str, str] = {}
    for family in _FAMILIES:
        for us, gb in _pairs(family):
            if family.only != "gb":
                american[gb] = us
            if family.only != "us":
                british[us] = gb
    return Spellings(american, british)


def _pairs(family: _Family) -> Iterator[tuple[str, str]]:
    for prefix in family.prefixes.split():
        for stem in family.stems.split() or [""]:
            head = ("" if prefix == "-" else prefix) + stem
            for ending in family.endings.split():
                us, _, gb = ending.partition("/")
                american = head + family.us + us.strip("-")
                yield american, head + family.gb + (gb or us).strip("-")
