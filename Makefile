# foiakit: `make help` lists what there is. Needs Python 3.11 or later with venv, and make; sets up the rest in .venv.
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
OUT ?= out
SECONDS ?= 600
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint test-word test-slow fuzz eval train bench bench-batch pictures clean

help: ## Lists these targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "foiakit needs Python 3.11 or later; found: $$(python3 --version 2>&1 || echo none)."; \
		echo "  Debian/Ubuntu: sudo apt-get install python3 python3-venv    macOS: brew install python    Windows: winget install Python.Python.3.12"; exit 2; }
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { rm -rf $(VENV); echo "$(PYTHON) has no venv module (or no ensurepip)."; \
		echo "  Debian/Ubuntu: sudo apt-get install python3-venv    Fedora: sudo dnf install python3"; exit 2; }

$(VENV)/.run: $(VENV)/pyvenv.cfg pyproject.toml
	@echo "Setting up foiakit in $(VENV) (a minute or two the first time) ..."
	@$(PIP) install -e . || { echo "The packages could not be installed: is the package index reachable? Then run make again."; exit 2; }
	@touch $@

$(VENV)/.dev: $(VENV)/.run
	@echo "Adding what the tests need ..."
	@$(PIP) install -e '.[dev]'
	@touch $@

setup: $(VENV)/.run ## Sets up .venv (demo and test do it too)

demo: $(VENV)/.run ## Drafts letters from the example release into out/
	@$(BIN)/foiakit demo -o $(OUT)

test: $(VENV)/.dev ## Sets up and runs all tests
	@$(BIN)/python -m pytest -n 2 -m "not word and not slow"
	@command -v soffice >/dev/null 2>&1 || echo "Skipped: the tests that open letters in LibreOffice (not installed). make test-word runs them."

test-word: $(VENV)/.dev ## Opens letters in LibreOffice (fails without it)
	@command -v soffice >/dev/null 2>&1 || { echo "LibreOffice is missing: sudo apt-get install libreoffice-writer-nogui poppler-utils"; exit 2; }
	@$(BIN)/python -m pytest -m word

test-slow: $(VENV)/.dev ## The slow tests: kills, large inputs, terminals
	@$(BIN)/python -m pytest -n 2 -m slow

lint: $(VENV)/.dev ## Format, lint, types, direction of imports
	@$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports

fuzz: $(VENV)/.dev ## Hostile input, made up for SECONDS (600 unless said)
	@nice -n 15 $(BIN)/python tests/fuzz/fuzz_read.py $$(( $(SECONDS) / 2 ))
	@nice -n 15 $(BIN)/python tests/fuzz/fuzz_files.py $$(( $(SECONDS) / 2 ))

eval: $(VENV)/.dev ## Figures on labelled releases: make eval LABELLED=DIR (UNSEEN=1 trains without them)
	@test -n "$(LABELLED)" || { echo "Say where the labelled releases are: make eval LABELLED=DIR"; exit 2; }
	@$(BIN)/foiakit evaluate "$(LABELLED)" $(if $(UNSEEN),--unseen --with examples/labelled --leanings examples/words/leanings.txt,)

train: $(VENV)/.dev ## Trains the families' weights: make train LABELLED=DIR
	@test -n "$(LABELLED)" || { echo "Say where the labelled releases are: make train LABELLED=DIR"; exit 2; }
	@$(BIN)/foiakit train "$(LABELLED)" --with examples/labelled \
		--leanings examples/words/leanings.txt -o templates/models/families.json.gz

bench: $(VENV)/.dev ## All benchmarks but the batch: laws, offices, composing, scanning
	@for b in law offices composing scanning; do echo "== $$b"; $(BIN)/python tests/benchmarks/$$b.py; done

bench-batch: $(VENV)/.dev ## The Word writer and foiakit batch beside docxtpl and others (installs the peers into build/)
	@$(BIN)/python tests/benchmarks/bench_writer.py && $(BIN)/python tests/benchmarks/bench_batch.py

pictures: $(VENV)/.dev ## Makes the README's picture of the terminal UI anew
	@$(BIN)/python docs/pictures/make.py

clean: ## Removes .venv, out/ and caches
	@rm -rf $(VENV) out build dist .hypothesis .import_linter_cache .mypy_cache .ruff_cache *.egg-info
