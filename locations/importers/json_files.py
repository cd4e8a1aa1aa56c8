"""JSON of others: bounded, and read with a path for every complaint."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeAlias

from locations.importers.values import ImportFileError, shown

Node: TypeAlias = dict[str, Any]


def load(data: bytes) -> Any:
    """Read a JSON file.

    Raises:
        ImportFileError: when it is none, with the line at fault.
    """
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ImportFileError(["The file is not JSON in UTF-8."]) from error
    except json.JSONDecodeError as error:
        raise ImportFileError(
            [f"line {error.lineno}: not readable as JSON ({shown(error.msg)})."]
        ) from error
    except (RecursionError, ValueError) as error:
        raise ImportFileError(
            ["The file is nested or written beyond what JSON readers take."]
        ) from error


def entries(document: Any, *keys: str) -> Iterator[tuple[str, Node]]:
    """Yield the objects of a list with their paths, ``$.locations[3]``; a bare object is one."""
    path, found = "$", document
    for key in keys:
        if isinstance(found, dict) and key in found:
            path, found = f"{path}.{key}", found[key]
    if isinstance(found, dict):
        found = [found]
        yield path, found[0]
        return
    for number, item in enumerate(found if isinstance(found, list) else []):
        if not isinstance(item, dict):
            raise ImportFileError([f"{path}[{number}]: expected an object, not {shown(item)}."])
        yield f"{path}[{number}]", item


def part(node: Node, key: str) -> Node:
    """Return an object within an object; empty when it is not there or something else."""
    found = node.get(key)
    return found if isinstance(found, dict) else {}


def items(node: Node, key: str) -> list[Node]:
    """Return the objects of a list within an object, leaving out anything else."""
    found = node.get(key)
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def text(node: Node, key: str) -> str:
    """Return a text or a number within an object as text; empty when it is neither."""
    found = node.get(key)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return ""
    # What no database stores: zeros, and halves of characters.
    return str(found).replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()
