"""The import contracts of pyproject.toml hold."""

import subprocess
import sys
from pathlib import Path

from console.bootstrap import CHECKOUT


def test_import_contracts_hold():
    checked = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
