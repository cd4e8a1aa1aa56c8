"""The bundle format: which sections there are, and reading all of them into rows."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from console.bundles.builder import Builder
from console.bundles.fields import Fields
from console.bundles.nodes import Mapping, read_tree
from console.bundles.problems import BundleError, Problems
from console.bundles.rows import BundleRows
from console.bundles.sections import (
    channels,
    concepts,
    customers,
    offers,
    people,
    places,
    policies,
    replies,
    retention,
    rules,
    voices,
)

VERSION: Final = 1

# What a row names is read before it.
_READERS: Final = (
    people.read_people,
    places.read_operator,
    places.read_brands,
    places.read_verticals,
    places.read_locations,
    people.read_rosters,
    policies.read_policies,
    offers.read_offers,
    offers.read_articles,
    concepts.read_concepts,
    voices.read_voices,
    rules.read_rules,
    channels.read_channels,
    customers.read_customers,
    replies.read_classes,
    replies.read_templates,
    retention.read_retention,
)


def read_bundle(path: Path, *, lenient: bool = False) -> BundleRows:
    """Read a YAML file, or a folder of them, into unsaved rows that are linked to each other.

    Never touches the database. With ``lenient``, fields and rows at fault become warnings: what
    cannot be used is left out, the rest is read.

    Raises:
        BundleError: with every problem, each naming its file, line and field.
    """
    problems = Problems()
    return read_rows(read_tree(path, problems), problems, lenient=lenient)


def read_rows(tree: Mapping, problems: Problems, *, lenient: bool = False) -> BundleRows:
    """Read a bundle's tree into rows; see :func:`read_bundle`."""
    root = Fields(tree, "", problems)
    builder = Builder(problems)
    version = root.integer("version")
    if version not in {None, VERSION}:
        root.fault("version", f"Version {version} is not known; this product reads {VERSION}.")
    for read in _READERS:
        read(root, builder)
    root.finish()
    refused = problems.errors if lenient else [*problems.errors, *problems.doubts]
    if refused:
        raise BundleError(dict.fromkeys(refused))
    return builder.build()
