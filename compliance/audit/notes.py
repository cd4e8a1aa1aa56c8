"""Signed notes (C2SP signed-note v1.0.0): a text, and beneath it who signed it, with Ed25519."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519: Final = 1
_KEY_BYTES: Final = 32
_ID_BYTES: Final = 4
# What more signatures than this are good for, nobody knows; reading them all takes time.
MOST_SIGNATURES: Final = 100
MOST_BYTES: Final = 1_000_000
_SIGNED_BY: Final = "— "
_CONTROLS: Final = re.compile(r"[\x00-\x09\x0b-\x1f]")


class NoteError(ValueError):
    """A note, a key or a signature is not what it should be; the message says what is wrong."""


class Signer(Protocol):
    """Whoever can sign bytes in a name: a key in a file or in the environment, later a service."""

    @property
    def verifier(self) -> Verifier:
        """What others check its signatures with."""
        ...

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature (RFC 8032) of a message."""
        ...


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key with the name that it signs in."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes by which a signature names its key."""
        stated = f"{self.name}\n".encode() + bytes([ED25519]) + self.public
        return hashlib.sha256(stated).digest()[:_ID_BYTES]

    @property
    def vkey(self) -> str:
        """The key as people pass it on: name, identity and key."""
        return f"{self.name}+{self.key_id.hex()}+{_encoded(bytes([ED25519]) + self.public)}"

    def verifies(self, message: bytes, signature: bytes) -> bool:
        """Say whether a signature is this key's of a message."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            return False
        return True


def read_vkey(text: str) -> Verifier:
    """Read a public key.

    Raises:
        NoteError: when it is not exactly a key that this product can check signatures with.
    """
    name, _, rest = text.partition("+")
    key_id, _, encoded = rest.partition("+")
    key = _decoded(encoded)
    if not is_name(name) or not re.fullmatch(r"[0-9a-f]{8}", key_id):
        raise NoteError("The key is not written as name+identity+key.")
    if len(key) != 1 + _KEY_BYTES or key[0] != ED25519:
        raise NoteError("The key is no Ed25519 key.")
    found = Verifier(name, key[1:])
    if found.key_id.hex() != key_id:
        raise NoteError("The key has another identity than it says.")
    return found


@dataclass(frozen=True, slots=True)
class KeySigner:
    """A signer that has its private key in memory; its representation does not show it."""

    name: str
    _private: Ed25519PrivateKey

    def __repr__(self) -> str:
        return f"KeySigner({self.verifier.vkey})"

    @property
    def verifier(self) -> Verifier:
        """What others check its signatures with."""
        return Verifier(self.name, self._private.public_key().public_bytes_raw())

    @property
    def skey(self) -> str:
        """The private key as it is stored."""
        stated = bytes([ED25519]) + self._private.private_bytes_raw()
        return f"PRIVATE+KEY+{self.name}+{self.verifier.key_id.hex()}+{_encoded(stated)}"

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature of a message."""
        return self._private.sign(message)


def new_signer(name: str) -> KeySigner:
    """Return a signer with a new random key.

    Raises:
        NoteError: when the name cannot stand in a note.
    """
    if not is_name(name):
        raise NoteError(f"“{name}” cannot name a key: use no space and no plus sign.")
    return KeySigner(name, Ed25519PrivateKey.generate())


def read_skey(text: str) -> KeySigner:
    """Read a private key.

    Raises:
        NoteError: when it is none; the message never repeats any of it.
    """
    parts = text.split("+", 4)
    if len(parts) != 5 or parts[:2] != ["PRIVATE", "KEY"] or not is_name(parts[2]):
        raise NoteError("The private key is not written as PRIVATE+KEY+name+identity+key.")
    key = _decoded(parts[4])
    if len(key) != 1 + _KEY_BYTES or key[0] != ED25519:
        raise NoteError("The private key is no Ed25519 key.")
    found = KeySigner(parts[2], Ed25519PrivateKey.from_private_bytes(key[1:]))
    if found.verifier.key_id.hex() != parts[3]:
        raise NoteError("The private key has another identity than it says.")
    return found


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature's name, the identity of its key, and its bytes."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        """The signature as a line of a note."""
        return f"{_SIGNED_BY}{self.name} {_encoded(self.key_id + self.value)}\n"


@dataclass(frozen=True, slots=True)
class Note:
    """A text that ends with a line break, who verifiably signed it, and further signatures."""

    text: str
    verified: tuple[Signature, ...] = ()
    unknown: tuple[Signature, ...] = ()

    @property
    def written(self) -> str:
        """The note as it is passed on."""
        return self.text + "\n" + "".join(each.line for each in (*self.verified, *self.unknown))


def sign_note(text: str, signers: Iterable[Signer]) -> Note:
    """Return a text signed by each of the signers.

    Raises:
        NoteError: when the text cannot stand in a note.
    """
    if not text.endswith("\n") or _CONTROLS.search(text):
        raise NoteError("A note ends with a line break and has no control characters.")
    signed = []
    for signer in signers:
        known = signer.verifier
        signed.append(Signature(known.name, known.key_id, signer.sign(text.encode())))
    return Note(text, tuple(signed))


def open_note(written: bytes, verifiers: Iterable[Verifier]) -> Note:
    """Read a note and check the signatures whose keys are known.

    Raises:
        NoteError: when it is malformed, when a known key's signature is wrong, when two known keys
            cannot be told apart, or when no known key has signed it.
    """
    text, lines = _parted(written)
    known: dict[tuple[str, bytes], list[Verifier]] = {}
    for verifier in verifiers:
        known.setdefault((verifier.name, verifier.key_id), []).append(verifier)
    verified: list[Signature] = []
    unknown: list[Signature] = []
    seen: set[tuple[str, bytes]] = set()
    for line in lines:
        signature = _read_signature(line)
        key = signature.name, signature.key_id
        if key not in known:
            unknown.append(signature)
            continue
        if len(known[key]) > 1:
            raise NoteError(f"Two known keys of {signature.name} have one identity.")
        if key in seen:
            continue
        seen.add(key)
        if not known[key][0].verifies(text.encode(), signature.value):
            raise NoteError(f"The signature of {signature.name} is not of this text.")
        verified.append(signature)
    if not verified:
        raise NoteError("No known key has signed this note.")
    return Note(text, tuple(verified), tuple(unknown))


def _parted(written: bytes) -> tuple[str, list[str]]:
    """Return the text of a note and the lines of its signatures."""
    if len(written) > MOST_BYTES:
        raise NoteError("The note is too long.")
    try:
        whole = written.decode()
    except UnicodeDecodeError:
        raise NoteError("The note is not in UTF-8.") from None
    text, gap, signatures = whole.rpartition("\n\n")
    if _CONTROLS.search(whole) or not gap or not signatures.endswith("\n"):
        raise NoteError("The note is not a text, an empty line, and signatures.")
    lines = signatures[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError(f"The note has more than {MOST_SIGNATURES} signatures.")
    return text + "\n", lines


def _read_signature(line: str) -> Signature:
    name, space, encoded = line.removeprefix(_SIGNED_BY).partition(" ")
    value = _decoded(encoded)
    if not line.startswith(_SIGNED_BY) or not space or not is_name(name):
        raise NoteError("A signature is not written as its name and value.")
    if len(value) <= _ID_BYTES:
        raise NoteError(f"The signature of {name} is too short.")
    return Signature(name, value[:_ID_BYTES], value[_ID_BYTES:])


def is_name(text: str) -> bool:
    """Say whether a name can stand in a note: not empty, without spaces and plus signs."""
    return (
        bool(text)
        and "+" not in text
        and not any(each.isspace() for each in text)
        and "�" not in text
        and text.isprintable()
    )


def _encoded(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _decoded(text: str) -> bytes:
    """Decode standard base64; one value has one spelling.

    Raises:
        NoteError: when the text is no base64, or another spelling of its value.
    """
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise NoteError("A value is not written in base64.") from None
    if _encoded(value) != text:
        raise NoteError("A value is not written in base64 as it should be.")
    return value
