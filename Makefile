# `make` lists what there is. Needed beforehand: Python 3.11 or newer, and make. Nothing else.

# Plain `=`: a HOST or PORT that the shell happens to export must not move the console.
HOST = 127.0.0.1
PORT = 8000
# For pytest: make test ARGS="-k hours"
ARGS =
# For bench: a bundle and labelled cases to score the gate on.
BUNDLE =
CASES =

PYTHON := $(shell for name in python3.11 python3 python3.13 python3.12; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV = .venv/bin/python
# Checks must not depend on what a developer has in the shell or in .env.
CHECKING = DRAFTGATE_ENV_FILE=/dev/null DRAFTGATE_DEBUG=1

.DEFAULT_GOAL := help
.PHONY: help run test lint bench drill python runtime dev

help: ## Show this list
	@grep -E '^[a-z]+:.* ## ' Makefile | sed -E 's/^([a-z]+):.* ## /make \1\t/' | expand -t 14

run: runtime ## Serve the console with the demo operator; HOST= and PORT= move it, Ctrl-C stops all
	@$(VENV) manage.py up --host $(HOST) --port $(PORT)

test: dev ## Run the whole test suite; ARGS= goes to pytest
	$(VENV) -m pytest -n 2 $(ARGS)

lint: dev ## Style, types, import directions, templates, Django's checks, missing migrations
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(CHECKING) $(VENV) -m mypy .
	$(VENV) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
	find . -name '*.html' -not -path './.*' -not -path './var/*' -print0 | xargs -0 .venv/bin/djade --check --target-version 5.2
	$(CHECKING) $(VENV) manage.py check --fail-level WARNING
	$(CHECKING) $(VENV) manage.py makemigrations --check --dry-run

bench: runtime ## Measure the gate; with BUNDLE= and CASES= also score it
	$(VENV) manage.py gate_bench
	$(if $(and $(BUNDLE),$(CASES)),$(VENV) manage.py gate_eval --bundle "$(BUNDLE)" --cases "$(CASES)")

drill: dev ## Kills, races and restores for real: slow, and kept out of `make test`
	$(VENV) -m pytest -p no:randomly -m drill tests/drills $(ARGS)

python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: none of python3.11, python3, python3.13 and python3.12 is." >&2; exit 1; }

runtime dev: python
	@$(PYTHON) -m console.environment $@
