"""Words that the rows of a benchmark are made of."""

from __future__ import annotations

from typing import Final


def _words(lines: str) -> tuple[str, ...]:
    return tuple(lines.split())


QUALITIES: Final = _words(
    """
    Amber Birch Copper Dusty Ember Frosty Golden Hazel Ivory Juniper Kindled Lively Mellow
    Nimble Orchard Pearly Quiet Rustic Silver Timber Upland Velvet Willow Yonder Zephyr Bright
    Calm Dapper Early Fresh Gentle Hearty Inland Jolly Keen Lucky Merry Noble Open Plain Ready
    Sunny Tidy Urban Vivid Warm Young Brisk Clear Deep
    """
)
NOUNS: Final = _words(
    """
    Anchor Bridge Candle Dinghy Engine Feather Garden Harvest Island Jigsaw Kettle Lantern
    Meadow Nest Oasis Parade Quarry River Saddle Tower Umbrella Valley Window Yard Arbor Beacon
    Canyon Delta Estate Forge Grove Harbor Inlet Junction Keel Ledge Market Notch Outpost Pier
    Quay Ridge Summit Terrace Union Vista Wharf Alley Basin Cove
    """
)
THINGS: Final = _words(
    """
    boots jackets tents backpacks lamps kettles bicycles skis gloves hats blankets chairs tables
    mugs knives ropes maps compasses canoes paddles hammocks sandals raincoats thermoses stoves
    helmets goggles scarves sweaters socks belts wallets watches radios binoculars journals pens
    aprons towels pillows curtains mirrors rugs vases candles baskets trays bottles jars
    planters
    """
)
_HEADS: Final = _words(
    """
    Ash Beck Clay Dun Elm Fair Glen Hart Inver Kirk Lang Mill Nor Oak Pem Rock Stan Thorn Under
    Wel
    """
)
_TAILS: Final = _words("bury combe dale field ford ham ley port stead wick")
TOWNS: Final = tuple(head + tail for head in _HEADS for tail in _TAILS)
_SYLLABLES: Final = _words("ba co du fe gi ho ju ka le mi no pu ra se ti vo wa xe yu zo")
# Words of no language, each as rare as its number says: see :func:`spread`.
LEXICON: Final = tuple(
    f"{first}{second}{third}rn"
    for first in _SYLLABLES
    for second in _SYLLABLES
    for third in _SYLLABLES
)


def spread(number: int, step: int) -> str:
    """Return a word for a place in a text, common ones often (Zipf's law), always the same."""
    chance = (number * 2_654_435_761 + step * 40_503 + number * step * 97) % 65_536 / 65_536
    return LEXICON[min(len(LEXICON) - 1, int(len(LEXICON) ** chance) - 1)]
