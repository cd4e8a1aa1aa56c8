"""Rows that stay as they were written, because others rely on what was recorded.

What is declared here is what the triggers of a table hold to, what the database's roles may do
with it (:mod:`console.privileges`), and what a test compares both with.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Kept(models.Model):
    """A record that is written once: triggers refuse any change that is not declared here.

    The entries of histories are kept as well, whole and for good, without being declared.
    """

    # Fields that may be changed later.
    changes: ClassVar[tuple[str, ...]] = ()
    # Whether rows may be deleted, where what they hold is to be erased.
    erasable: ClassVar[bool] = False
    # Fields that auditors may read in the database itself: none that holds words of people, their
    # plain digest, which lets guesses be tried, or what opens them.
    for_auditors: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
