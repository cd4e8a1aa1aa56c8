"""Sealed bytes open with their key, at their place, unchanged; and in no other case."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compliance.sealing.cipher import SealError, key_id_of, keyed_digest, new_key, seal, unseal

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))
KEY_ID = uuid.UUID(int=7)
PLACE = b"table|column|1"


@given(plain=st.binary(max_size=300), place=st.binary(max_size=40))
def test_what_is_sealed_opens_at_its_place(plain: bytes, place: bytes) -> None:
    sealed = seal(plain, key=KEY, key_id=KEY_ID, place=place)
    assert key_id_of(sealed) == KEY_ID
    assert unseal(sealed, key=KEY, place=place) == plain
    assert plain not in sealed or len(plain) < 4


def test_the_same_text_never_looks_the_same() -> None:
    one, two = (seal(b"Hello", key=KEY, key_id=KEY_ID, place=PLACE) for _ in range(2))
    assert one != two


def test_nothing_else_opens() -> None:
    sealed = seal(b"Hello", key=KEY, key_id=KEY_ID, place=PLACE)
    wrong = [
        *(sealed[:at] + bytes([sealed[at] ^ 1]) + sealed[at + 1 :] for at in range(len(sealed))),
        *(sealed[:length] for length in range(len(sealed))),
        sealed + b"\0",
    ]
    for each in wrong:
        with pytest.raises(SealError):
            unseal(each, key=KEY, place=PLACE)
    with pytest.raises(SealError):
        unseal(sealed, key=KEY, place=b"table|column|2")
    with pytest.raises(SealError):
        unseal(sealed, key=OTHER, place=PLACE)


def test_digests_need_their_key() -> None:
    assert keyed_digest(b"Hello", key=KEY) == keyed_digest(b"Hello", key=KEY)
    assert keyed_digest(b"Hello", key=KEY) != keyed_digest(b"Hello", key=OTHER)
    assert keyed_digest(b"Hello", key=KEY) != keyed_digest(b"hello", key=KEY)
    assert len({new_key() for _ in range(100)}) == 100
