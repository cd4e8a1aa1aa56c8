"""The README names every setting and every command there is, and shows pictures that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_in_the_table():
    settings = re.findall(
        r"^# ([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert settings
    assert [name for name in settings if f"| `{name}` |" not in README] == []


def test_every_command_is_named():
    commands = [
        path.stem
        for path in (ROOT / "console/management/commands").glob("*.py")
        if path.stem != "__init__"
    ]
    assert [name for name in commands if f"`{name}" not in README] == []


def test_links_lead_somewhere():
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    missing = [t for t in targets if "://" not in t and not (ROOT / t).exists()]
    assert missing == []
