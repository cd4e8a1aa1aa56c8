"""The tree: official vectors, every proof of small trees, and what must not verify."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.audit.merkle import (
    EMPTY_ROOT,
    Frontier,
    ProofError,
    consistency_proof,
    frontier,
    inclusion_proof,
    leaf_hash,
    node_hash,
    root_at,
    verify_consistency,
    verify_inclusion,
)

VECTORS = Path(__file__).parents[4] / "shared" / "vectors" / "rfc6962-merkle"
needs_vectors = pytest.mark.skipif(not VECTORS.exists(), reason="shared data is absent")


def decoded(text: str) -> bytes:
    return base64.b64decode(text)


def grown(size: int) -> tuple[Frontier, dict[tuple[int, int], bytes], list[bytes]]:
    leaves = [leaf_hash(str(number).encode()) for number in range(size)]
    tree, nodes = Frontier().appended(leaves)
    return tree, {(node.level, node.index): node.hash for node in nodes}, leaves


def holds(check: object, *args: object) -> bool:
    try:
        check(*args)  # type: ignore[operator]
    except ProofError:
        return False
    return True


@needs_vectors
def test_published_roots_and_nodes() -> None:
    given_ = json.loads((VECTORS / "rfc6962_tree_vectors.json").read_text())
    leaves = [leaf_hash(bytes.fromhex(each)) for each in given_["leaf_inputs_hex"]]
    tree, nodes = Frontier().appended(leaves)
    for level, row in enumerate(given_["node_hashes_by_level_hex"]):
        for index, expected in enumerate(row):
            found = [n.hash.hex() for n in nodes if (n.level, n.index) == (level, index)]
            assert found == [expected]
    for size, expected in enumerate(given_["root_hash_by_size_hex"]):
        assert Frontier().appended(leaves[:size])[0].root.hex() == expected
    assert tree.size == len(leaves)


@needs_vectors
def test_published_inclusion_proofs() -> None:
    files = sorted((VECTORS / "testdata" / "inclusion").rglob("*.json"))
    wrong = []
    for file in files:
        case = json.loads(file.read_text())
        proof = [decoded(each) for each in case["proof"] or ()]
        args = case["leafIdx"], case["treeSize"], decoded(case["leafHash"] or "")
        if holds(verify_inclusion, *args, proof, decoded(case["root"] or "")) == case["wantErr"]:
            wrong.append(file.name)
    assert (len(files), wrong) == (98, [])


@needs_vectors
def test_published_consistency_proofs() -> None:
    files = sorted((VECTORS / "testdata" / "consistency").rglob("*.json"))
    wrong = []
    for file in files:
        case = json.loads(file.read_text())
        proof = [decoded(each) for each in case["proof"] or ()]
        roots = decoded(case["root1"] or ""), decoded(case["root2"] or "")
        args = case["size1"], case["size2"], *roots, proof
        if holds(verify_consistency, *args) == case["wantErr"]:
            wrong.append(file.name)
    assert (len(files), wrong) == (98, [])


def test_every_proof_of_small_trees() -> None:
    for size in range(1, 40):
        tree, nodes, leaves = grown(size)
        read = lambda level, index, nodes=nodes: nodes[level, index]  # noqa: E731
        assert frontier(size, read) == tree
        for index in range(size):
            proof = inclusion_proof(index, size, read)
            verify_inclusion(index, size, leaves[index], proof, tree.root)
        for first in range(1, size + 1):
            proof = consistency_proof(first, size, read)
            verify_consistency(first, size, root_at(first, read), tree.root, proof)


def test_no_leaves() -> None:
    assert Frontier().root == EMPTY_ROOT
    with pytest.raises(ProofError):
        inclusion_proof(0, 0, lambda *_: b"")
    with pytest.raises(ProofError):
        consistency_proof(0, 1, lambda *_: b"")
    with pytest.raises(ValueError, match="subtrees"):
        Frontier(3, (b"",))


@given(st.integers(2, 60), st.data())
def test_a_changed_proof_proves_nothing(size: int, data: st.DataObject) -> None:
    tree, nodes, leaves = grown(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, size, lambda level, at: nodes[level, at])
    step = data.draw(st.integers(0, len(proof) - 1))
    bit = data.draw(st.integers(0, 255))
    changed = bytearray(proof[step])
    changed[bit // 8] ^= 1 << bit % 8
    assert not holds(
        verify_inclusion,
        index,
        size,
        leaves[index],
        [*proof[:step], bytes(changed), *proof[step + 1 :]],
        tree.root,
    )
    other = data.draw(st.integers(0, size - 1).filter(lambda at: at != index))
    assert not holds(verify_inclusion, other, size, leaves[index], proof, tree.root)


@given(st.lists(st.integers(0, 30), max_size=5))
def test_growing_in_steps_is_growing_at_once(steps: list[int]) -> None:
    whole, nodes, leaves = grown(sum(steps))
    tree, found, done = Frontier(), {}, 0
    for step in steps:
        tree, more = tree.appended(leaves[done : done + step])
        found |= {(node.level, node.index): node.hash for node in more}
        done += step
    assert (tree, found) == (whole, nodes)


def test_a_leaf_is_no_node() -> None:
    left, right = leaf_hash(b"a"), leaf_hash(b"b")
    assert leaf_hash(left + right) != node_hash(left, right)
