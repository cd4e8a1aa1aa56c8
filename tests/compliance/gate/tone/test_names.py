"""What a customer may be called follows the name as it is stored."""

from __future__ import annotations

import pytest

from compliance.gate.tone.names import Called, called


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("Ana Ruiz", ("Ana", "Ana Ruiz", "Ana Ruiz")),
        ("  Ana   Ruiz ", ("Ana", "Ana Ruiz", "Ana Ruiz")),
        ("Ruiz, Ana", ("Ana", "Ana Ruiz", "Ana Ruiz")),
        ("Dr. Ana Ruiz", ("Ana", "Ana Ruiz", "Dr. Ruiz")),
        ("Mrs Ana Lee Jr.", ("Ana", "Ana Lee Jr.", "Mrs Lee")),
        ("Prof. Ana de la Cruz", ("Ana", "Ana de la Cruz", "Prof. de la Cruz")),
        ("Bob Lee, Jr.", ("Bob", "Bob Lee, Jr.", "Bob Lee, Jr.")),
        ("Ms. Ruiz", ("", "Ms. Ruiz", "Ms. Ruiz")),
        ("Cher", ("Cher", "Cher", "Cher")),
        ("Drew Mister", ("Drew", "Drew Mister", "Drew Mister")),
        ("Ms.", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_names(name, names):
    assert called(name) == Called(*names)
