"""The tree in tiles: names and widths as in C2SP tlog-tiles, and any other byte is noticed."""

from __future__ import annotations

import pytest

from compliance.audit.merkle import Frontier, leaf_hash
from compliance.audit.tiles import Tile, check_tiles, tiles_of, written_tiles


def test_a_tree_has_the_tiles_of_the_specification() -> None:
    # Its own example: a tree of 70,000 leaves.
    levels = {}
    for tile in tiles_of(70_000):
        levels.setdefault(tile.level, []).append(tile.width)
    assert levels == {0: [256] * 273 + [112], 1: [256, 17], 2: [1]}
    assert [(tile.level, tile.width) for tile in tiles_of(256)] == [(0, 256), (1, 1)]
    assert list(tiles_of(0)) == []


@pytest.mark.parametrize(
    ("tile", "name"),
    [
        (Tile(0, 0, 256), "tile/0/000"),
        (Tile(1, 12, 3), "tile/1/012.p/3"),
        (Tile(0, 1000, 256), "tile/0/x001/000"),
        (Tile(0, 1_234_067, 256), "tile/0/x001/x234/067"),
        (Tile(2, 273, 112), "tile/2/273.p/112"),
    ],
)
def test_tiles_are_named_as_in_the_specification(tile, name) -> None:
    assert tile.name == name
    assert tile.entries_name == "tile/entries" + name.removeprefix(f"tile/{tile.level}")


@pytest.mark.parametrize("size", [1, 2, 255, 256, 257, 511, 512, 700, 65_535, 65_536, 65_800])
def test_tiles_lead_to_the_root(size) -> None:
    bodies = [b"%d" % number for number in range(size)]
    tree, _ = Frontier().appended(map(leaf_hash, bodies))
    parts = dict(written_tiles(bodies))
    assert list(check_tiles(size, tree.root, parts.keys(), parts.__getitem__)) == []
    assert list(check_tiles(size, bytes(32), parts.keys(), parts.__getitem__)) != []


def test_every_changed_byte_and_every_cut_is_noticed() -> None:
    bodies = [b"%d" % number for number in range(600)]
    tree, _ = Frontier().appended(map(leaf_hash, bodies))
    parts = dict(written_tiles(bodies))
    for name, content in parts.items():
        for at in range(0, len(content), 41):
            flipped = bytearray(content)
            flipped[at] ^= 1
            for other in (bytes(flipped), content[:at], content + b"\0" * (at + 1)):
                changed = parts | {name: other}
                found = check_tiles(600, tree.root, changed.keys(), changed.__getitem__)
                assert list(found) != [], (name, at)
        fewer = {each: value for each, value in parts.items() if each != name}
        assert list(check_tiles(600, tree.root, fewer.keys(), fewer.__getitem__)) != []
