"""What a customer may be called follows the name as it is stored."""

from __future__ import annotations

import pytest

from compliance.gate.tone.names import Called, called


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Ana Ruiz", ("Ana", "Ana Ruiz", "Ana Ruiz", "Ruiz")),
        ("  Ana   Ruiz ", ("Ana", "Ana Ruiz", "Ana Ruiz", "Ruiz")),
        ("Ruiz, Ana", ("Ana", "Ana Ruiz", "Ana Ruiz", "Ruiz")),
        ("Dr. Ana Ruiz", ("Ana", "Ana Ruiz", "Dr. Ruiz", "Ruiz")),
        ("Mrs Ana Lee Jr.", ("Ana", "Ana Lee Jr.", "Mrs Lee", "Lee")),
        ("Prof. Ana de la Cruz", ("Ana", "Ana de la Cruz", "Prof. de la Cruz", "de la Cruz")),
        ("Bob Lee, Jr.", ("Bob", "Bob Lee, Jr.", "Bob Lee, Jr.", "Lee")),
        ("Ms. Ruiz", ("", "Ms. Ruiz", "Ms. Ruiz", "Ruiz")),
        ("Cher", ("Cher", "Cher", "Cher", "Cher")),
        ("Drew Mister", ("Drew", "Drew Mister", "Drew Mister", "Mister")),
        ("Ms.", ("", "", "", "")),
        ("", ("", "", "", "")),
    ],
)
def test_names(name, names):
    assert called(name) == Called(*names)
