"""The gate runs where there is no Django, no database and no network client."""

import os
import subprocess
import sys

from console.bootstrap import CHECKOUT

IMPORT_THE_GATE = """
import importlib, pkgutil, sys

REFUSED = {
    "django", "rest_framework", "simple_history", "celery", "openai", "psycopg",
    "console", "drafting",
}
# docs/adr/0003: of locations the gate reads the pure values.
PURE = {
    "locations",
    "locations.hours",
    "locations.wall_clock",
    "locations.resolve",
    "locations.offers",
}

class Refuse:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if (
            top in REFUSED
            or (top == "locations" and name not in PURE)
            or name.startswith("compliance.models")
        ):
            raise ImportError(f"the gate must not import {name}")

sys.meta_path.insert(0, Refuse())
import compliance.gate
for module in pkgutil.walk_packages(compliance.gate.__path__, "compliance.gate."):
    importlib.import_module(module.name)
print(len([name for name in sys.modules if name.startswith("compliance.gate")]))
"""


def test_every_module_of_the_gate_imports_without_the_rest():
    imported = subprocess.run(
        [sys.executable, "-c", IMPORT_THE_GATE],
        cwd=CHECKOUT,
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )

    assert imported.returncode == 0, imported.stderr[-2000:]
    assert int(imported.stdout) > 1
