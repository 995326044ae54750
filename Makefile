# One command each. `make run` and `make test` are all that a newcomer needs.
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
BIN := .venv/bin
PIP := $(BIN)/pip install --disable-pip-version-check --no-input
# pip's output as one line that counts
COUNTED = awk '/^ *(Collecting|Using cached|Downloading)/{n++; printf "\r  fetching: %d steps", n; fflush()} /^Installing collected/{printf "\r  putting the packages in place"; fflush()} END {print ""}'
.DEFAULT_GOAL := help
.PHONY: help run test check bench soak lock words fix clean audit sbom manifest

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/installed node_modules/installed ## Install everything and start the demo municipality on 127.0.0.1:3978
	@$(BIN)/hjemmebot demo

test: .venv/installed-dev node_modules/installed ## Install what is missing and run all tests
	@$(BIN)/python -m pytest

check: .venv/installed-dev node_modules/installed ## Lint, types, architecture, translations and the tests of the pure rooms
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m cards.words
	@$(BIN)/python -m pytest tests/domain tests/dialogs tests/cards tests/policy tests/manifest tests/test_architecture.py

bench: .venv/installed-dev ## Measure speed and size, side by side
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.growth
	@$(BIN)/python -m bench.crowd
	@$(BIN)/python -m bench.mail
	@$(BIN)/python -m bench.directory
	@$(BIN)/python -m bench.people_of_graph
	@$(BIN)/python -m bench.audit

soak: .venv/installed-dev ## 2,500 people, a working week on a virtual clock, on each engine: invariants and figures
	@$(BIN)/python -m bench.soak

lock: .venv/installed-dev ## Pin the requirements anew, with hashes and without addresses
	@$(BIN)/pip install --quiet uv
	@cd requirements && ../$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header run.in -o run.txt
	@cd requirements && ../$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header otel.in -c run.txt -o otel.txt
	@cd requirements && ../$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header dev.in -c run.txt -o dev.txt
	@cd requirements && ../$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header audit.in -o audit.txt

audit: build/audit/installed ## Ask whether a weakness is known in anything that the bot runs on (needs the network)
	@build/audit/bin/pip-audit --strict --require-hashes --disable-pip -r requirements/run.txt || { code=$$?; \
	  echo "Either a weakness is known, and stands above, or the list of weaknesses could not be asked: this is no clean bill." >&2; exit $$code; }

sbom: build/audit/installed ## Write what the bot runs on to build/sbom.json (CycloneDX 1.6)
	@build/audit/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --spec-version 1.6 --output-format JSON -o build/sbom.json requirements/run.txt
	@echo "Written to build/sbom.json"

manifest: .venv/installed ## Build the Teams app package from the settings (HJEMMEBOT_APP_ID; `hjemmebot build-manifest --help` for the rest)
	@$(BIN)/hjemmebot build-manifest

words: .venv/installed-dev ## Gather the words to translate into cards/locale
	@$(BIN)/pybabel -q extract --no-location --sort-output --omit-header -k t -k n:1,2 -o cards/locale/hjemmebot.pot cards
	@$(BIN)/pybabel -q update --no-fuzzy-matching --omit-header -i cards/locale/hjemmebot.pot -d cards/locale -D hjemmebot

fix: .venv/installed-dev ## Format and mend what can be mended by itself
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## Remove what was installed and built; the demo's data stays
	rm -rf .venv node_modules build *.egg-info test-output

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@echo "Making a virtual environment with $(PYTHON)"
	@$(PYTHON) -m venv .venv

build/audit/installed: requirements/audit.txt | .venv/bin/python
	@echo "Installing what looks the requirements over (once, in build/audit)"
	@.venv/bin/python -m venv build/audit
	@build/audit/bin/pip install --disable-pip-version-check --no-input --require-hashes -r $< | $(COUNTED)
	@touch $@

.venv/installed: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Installing the bot's Python packages (once)"
	@$(PIP) --require-hashes -r requirements/run.txt | $(COUNTED)
	@$(PIP) --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: requirements/dev.txt .venv/installed
	@echo "Installing what tests and checks need (once)"
	@$(PIP) --require-hashes -r requirements/dev.txt | $(COUNTED)
	@touch $@

node_modules/installed: package.json package-lock.json
	@command -v npm >/dev/null || { echo "Node 20 or newer with npm is needed." >&2; exit 1; }
	@echo "Installing the page's card renderer (once)"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@
