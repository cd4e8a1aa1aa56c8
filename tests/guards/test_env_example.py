"""`.env.example` explains every setting, and only settings that exist."""

import ast
import re

import pytest

from console.bootstrap import CHECKOUT

READERS = {
    *("text", "flag", "integer", "choice", "some", "words", "url", "origins", "database"),
    "other_database",
}
APPS = ("console", "drafting", "compliance", "locations")
# Read by the tests' own conftest, by no deployment.
NOT_SETTINGS = {"DRAFTGATE_TEST_RUN"}


def names_read() -> set[str]:
    names: set[str] = set()
    for path in [
        CHECKOUT / "manage.py",
        *(p for app in APPS for p in (CHECKOUT / app).rglob("*.py")),
    ]:
        for node in ast.walk(ast.parse(path.read_bytes())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "env"
                and node.func.attr in READERS
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                names.add(node.args[0].value)
    return names


def example() -> str:
    return (CHECKOUT / ".env.example").read_text(encoding="utf-8")


def test_every_setting_is_in_the_example():
    listed = set(re.findall(r"^# ([A-Z][A-Z0-9_]*)=", example(), flags=re.MULTILINE))

    assert listed == names_read() - NOT_SETTINGS


@pytest.mark.parametrize("block", example().split("\n\n"))
def test_every_setting_has_a_comment_above(block: str):
    lines = block.strip().splitlines()
    for number, line in enumerate(lines):
        if re.match(r"# [A-Z][A-Z0-9_]*=", line):
            assert number > 0, f"no comment above {line}"


def test_settings_come_only_through_the_typed_readers():
    direct = [
        f"{path.relative_to(CHECKOUT)}: {line.strip()}"
        for app in APPS
        for path in (CHECKOUT / app).rglob("*.py")
        if path.name != "env.py"
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(
            r"os\.(getenv\(|environ\[\"(?!PATH|DATABASE_(OWNER_)?URL\"\] =)|"
            r"environ\.get\(\"(?!PATH))",
            line,
        )
    ]

    assert direct == []
