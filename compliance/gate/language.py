"""Whether a draft is written in the language that the rules and grammars read: English."""

from __future__ import annotations

from typing import Final

from compliance.gate.lexicon import words
from compliance.gate.text import Text, Token

_ENGLISH: Final = words(
    "the a an and or but of to in on at for from with by is are was were be been am it its this "
    "that these those i we you he she they our your their my us them me if when will would can "
    "could may should do does did have has had not no yes so as than then there here what which "
    "who how why all any some more until till about into over after before up out just please "
    "thanks thank hi hello sorry let get it's we're you're i'm we'll don't can't we've i've that's"
)
# The commonest words of the languages most written in the same alphabet, those that English
# also has left out.
_FOREIGN: Final = words(
    "el la los las de que y en un una por con para su sus es son está gracias usted nuestro "
    "nuestra como pero más del al lo le les nos tu si muy hola también puede tiene "
    "et est une des du pour avec dans vous nous votre notre sur pas ne je il elle sont merci "
    "bonjour ce cette au aux plus ou qui que mais être avez peut "
    "der das und ist nicht ein eine mit für auf von zu den dem im wir sie ihr ihre unser unsere "
    "bitte danke dank vielen haben wird kann auch oder bei nach hallo uns ihnen ihren euch "
    "mich ich heute morgen gerne sich wurde werden können geöffnet "
    "o os uma um não para com você obrigado nosso nossa seu sua são em mais ao ou pode tem olá "
    "il gli della di che per non sono grazie nostro nostra suo siamo ciao questo anche può "
    "het een van niet wij jullie ons onze voor naar ook maar kunnen bedankt "
    "ang mga ng sa na ay po kayo kami salamat hindi ito at "
    "jest nie się na że dla dziękuję jak "
    "och att det är som på vi ni tack inte"
) - words("a an as at no so in me us to on he is am be do plus son per ne den sur pas de la at sa")
_MIN_WORDS: Final = 8
# Below that, a text is told only by its script, or by words of another language and none of ours.
_FEWEST_WORDS: Final = 2


def is_covered(text: Text) -> bool:
    """Say whether the draft is English as far as simple evidence goes."""
    if text.norm.isascii() and _FOREIGN.isdisjoint(token.text for token in text.tokens):
        return True  # nothing below could say otherwise
    pieces = [text.tokens]
    pieces.extend(
        text.tokens_between(sentence.norm_start, sentence.norm_end) for sentence in text.sentences
    )
    return not any(_is_foreign(piece) for piece in pieces)


def _is_foreign(tokens: tuple[Token, ...]) -> bool:
    written = [token.text for token in tokens if token.text[0].isalpha()]
    if len(written) < _FEWEST_WORDS:
        return False
    other_script = sum(not word.isascii() and ord(max(word)) > 0x24F for word in written)
    if other_script > 0.3 * len(written):
        return True
    english = sum(word in _ENGLISH for word in written)
    foreign = sum(word in _FOREIGN for word in written)
    if len(written) < _MIN_WORDS:
        return foreign >= 2 and 2 * foreign >= len(written) and not english
    if foreign >= 3 and foreign > 2 * english:
        return True
    return len(written) >= 14 and english < 0.05 * len(written) and foreign >= 1
