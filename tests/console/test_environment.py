"""The environment is installed once, again when requirements change, and never half."""

import subprocess
from pathlib import Path

import pytest

from console import environment


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Stands in for pip and venv, which need a network; records what they were asked."""
    asked: list[str] = []
    for file in ("requirements.txt", "requirements-dev.txt", "requirements-embedded.txt"):
        (tmp_path / file).write_text(f"{file} == 1\n")

    def run(command: list[str], **options: object) -> subprocess.CompletedProcess[str]:
        status = 0
        if "venv" in command:
            asked.append("venv")
            (tmp_path / ".venv" / "bin").mkdir(parents=True, exist_ok=True)
            (tmp_path / ".venv" / "bin" / "python").write_text("")
        elif "pip" in command:
            asked.append(command[-1])
            status = 1 if (tmp_path / "no-network").exists() else 0
        out = "local" if "console.database" in command else ""
        if "-c" in command:
            out = f"{environment.sys.version_info[0]}.{environment.sys.version_info[1]}"
        if "console.database" in command and (tmp_path / "no-postgresql").exists():
            out = "none"
        return subprocess.CompletedProcess(command, status, out, "")

    monkeypatch.setattr(environment.subprocess, "run", run)
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setattr(environment, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(environment, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setattr(environment, "STAMP", tmp_path / ".venv" / "stamp.json")
    return asked


def test_a_second_run_installs_nothing(commands: list[str]):
    environment.ensure("runtime")
    environment.ensure("runtime")

    assert commands == ["venv", "requirements.txt"]


def test_a_changed_file_is_installed_again(commands: list[str], tmp_path: Path):
    environment.ensure("dev")
    (tmp_path / "requirements.txt").write_text("requirements.txt == 2\n")
    environment.ensure("dev")

    assert commands == ["venv", "requirements-dev.txt", "requirements-dev.txt"]


def test_development_covers_running(commands: list[str]):
    environment.ensure("dev")
    environment.ensure("runtime")

    assert commands == ["venv", "requirements-dev.txt"]


def test_postgresql_is_fetched_only_where_there_is_none(commands: list[str], tmp_path: Path):
    (tmp_path / "no-postgresql").touch()

    environment.ensure("runtime")

    assert commands == ["venv", "requirements.txt", "requirements-embedded.txt"]


def test_a_failed_install_is_not_stamped(commands: list[str], tmp_path: Path):
    (tmp_path / "no-network").touch()
    with pytest.raises(environment.InstallError, match=r"could not install requirements\.txt"):
        environment.ensure("runtime")
    (tmp_path / "no-network").unlink()

    environment.ensure("runtime")

    assert commands == ["venv", "requirements.txt", "requirements.txt"]


def test_without_a_package_index_the_three_ways_are_named(commands: list[str], tmp_path: Path):
    environment.ensure("runtime")
    (tmp_path / "no-postgresql").touch()
    (tmp_path / "no-network").touch()

    with pytest.raises(environment.InstallError, match="One of these three is needed"):
        environment.ensure("runtime")
