"""The whole tree in the layout of C2SP tlog-tiles: hashes 256 at a time, and the entries to them.

At level L each hash is the root of ``256 ** L`` leaves. The last tile of a level may have fewer;
then its name says how many. Entries have their length before them, in two bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from compliance.audit.merkle import HASH_BYTES, Frontier, ProofError, leaf_hash

WIDTH: Final = 256
# A bundle of entries that each are as long as they may be.
MOST_BYTES: Final = WIDTH * (2 + 65_535)
_ELEMENT: Final = r"(?:x[0-9]{3}/)*[0-9]{3}(?:\.p/(?:[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?"
TILE_NAME: Final = re.compile(rf"tile/(?:[0-9]|[1-5][0-9]|6[0-3])/{_ELEMENT}")
ENTRIES_NAME: Final = re.compile(rf"tile/entries/{_ELEMENT}")


@dataclass(frozen=True, slots=True)
class Tile:
    """Which hashes of a level: the ``index``-th 256 of them, of which the first ``width`` exist."""

    level: int
    index: int
    width: int

    @property
    def name(self) -> str:
        """Where it is."""
        return f"tile/{self.level}/{self._place}"

    @property
    def entries_name(self) -> str:
        """Where its entries are, of a tile of leaves."""
        return f"tile/entries/{self._place}"

    @property
    def start(self) -> int:
        """The place of its first hash on its level."""
        return self.index * WIDTH

    @property
    def _place(self) -> str:
        digits = f"{self.index:03d}"
        digits = digits.zfill(-(-len(digits) // 3) * 3)
        *above, last = (digits[at : at + 3] for at in range(0, len(digits), 3))
        part = "" if self.width == WIDTH else f".p/{self.width}"
        return "/".join([*(f"x{each}" for each in above), last]) + part


def tiles_of(size: int) -> Iterator[Tile]:
    """Return the tiles of a tree of ``size`` leaves, level by level."""
    level, hashes = 0, size
    while hashes:
        for index in range(-(-hashes // WIDTH)):
            yield Tile(level, index, min(WIDTH, hashes - index * WIDTH))
        level, hashes = level + 1, hashes // WIDTH


def entry(body: bytes) -> bytes:
    """Return an entry as a bundle of entries has it."""
    return len(body).to_bytes(2, "big") + body


def written_tiles(bodies: Iterable[bytes]) -> Iterator[tuple[str, bytes]]:
    """Return every part of the layout, by its name, for the entries of a log from its first on."""
    rest = iter(bodies)
    hashes: list[bytes] = []
    level, index, width = 0, 0, WIDTH
    while width == WIDTH and (entries := list(islice(rest, WIDTH))):
        width = len(entries)
        tile = Tile(0, index, width)
        leaves = [leaf_hash(each) for each in entries]
        yield tile.entries_name, b"".join(entry(each) for each in entries)
        yield tile.name, b"".join(leaves)
        hashes += _root_of(leaves)
        index += 1
    while hashes:
        level, below, hashes = level + 1, hashes, []
        for start in range(0, len(below), WIDTH):
            part = below[start : start + WIDTH]
            yield Tile(level, start // WIDTH, len(part)).name, b"".join(part)
            hashes += _root_of(part)


def check_tiles(
    size: int, root: bytes, names: Collection[str], read: Callable[[str], bytes]
) -> Iterator[str]:
    """Say in plain words what is wrong with the tiles of a tree of ``size`` leaves.

    ``names`` are those that there are. Entries, hashes and levels are held against each other, and
    the whole against the root.
    """
    tiles = list(tiles_of(size))
    expected = {tile.name for tile in tiles}
    expected |= {tile.entries_name for tile in tiles if tile.level == 0}
    yield from (f"The part {name} is missing." for name in sorted(expected - set(names)))
    yield from (f"The part {name} is none of its tree." for name in sorted(set(names) - expected))
    if expected != set(names):
        return
    # The roots of full tiles are the hashes of the level above; what is left over ends the tree.
    above: dict[int, list[bytes]] = {}
    ends: list[tuple[bytes, ...]] = []
    for tile in tiles:
        try:
            hashes = _read_tile(read(tile.name), tile.width)
            if tile.level == 0:
                entries = _read_entries(read(tile.entries_name))
                if [leaf_hash(each) for each in entries] != hashes:
                    yield f"{tile.entries_name}: the entries are not those of the tile."
            elif above[tile.level][tile.start : tile.start + tile.width] != hashes:
                yield f"{tile.name}: its hashes are not those of the tiles below it."
        except ProofError as error:
            yield f"{tile.name}: {error}"
            return
        tree, _ = Frontier().appended(hashes)
        if tile.width == WIDTH:
            above.setdefault(tile.level + 1, []).append(tree.root)
        else:
            ends.append(tree.roots)
    roots = tuple(each for end in reversed(ends) for each in end)
    if Frontier(size, roots).root != root:
        yield "The tiles lead to another root."


def _root_of(hashes: list[bytes]) -> list[bytes]:
    """Return the root of a full tile; of another one nothing goes up."""
    return [Frontier().appended(hashes)[0].root] if len(hashes) == WIDTH else []


def _read_tile(written: bytes, width: int) -> list[bytes]:
    if len(written) != width * HASH_BYTES:
        raise ProofError("It has not the number of hashes that its name says.")
    return [written[at : at + HASH_BYTES] for at in range(0, len(written), HASH_BYTES)]


def _read_entries(written: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(written):
        end = at + 2 + int.from_bytes(written[at : at + 2], "big")
        if end > len(written):
            raise ProofError("Its entries end within one.")
        found.append(written[at + 2 : end])
        at = end
    return found
