# Every target prepares its own environment. `make` lists the targets.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
JOBS   ?= 2

COUNT    ?= 12000
EDITIONS ?= 2000
RUNS     ?= 1000
SEED     ?= 12

.PHONY: help compare check format test test-system properties fuzz kills editions bench clean

help:
	@echo "make compare      show the comparison of the shipped edition"
	@echo "make test         run every test that needs only Python"
	@echo "make test-system  run the tests that need other programs (git, jing, PostgreSQL, LibreOffice, Chromium ...)"
	@echo "make properties   run the property tests with thousands of new examples"
	@echo "make fuzz         compare and read random and damaged inputs (COUNT=12000 SEED=12)"
	@echo "make kills        kill every command that writes, and check what is left (RUNS=1000 SEED=12)"
	@echo "make editions     check every report on random editions (EDITIONS=2000 SEED=12)"
	@echo "make bench        measure quality and speed on the development data"
	@echo "make check        check format, lint, types and layers"
	@echo "make format       format the code and fix what the linter can fix"
	@echo "make clean        remove the environment and all caches"

compare: $(VENV)/.core
	@$(BIN)/variants compare

check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

test: $(VENV)/.dev
	$(BIN)/pytest -m "not system" -n $(JOBS)

test-system: $(VENV)/.dev
	@.ci/system-programs git make jing initdb:postgresql \
		soffice:libreoffice-writer-nogui libsclo.so:libreoffice-calc-nogui \
		pdftotext:poppler-utils chromium xelatex:texlive-xetex \
		"lualatex:texlive-luatex texlive-humanities fonts-dejavu-core fonts-droid-fallback"
	$(BIN)/pytest -m system

properties: $(VENV)/.dev
	HYPOTHESIS_PROFILE=fuzz $(BIN)/pytest -m "not system" -n $(JOBS)

fuzz: $(VENV)/.dev
	$(BIN)/python benchmarks/fuzz.py $(COUNT) $(SEED)
	$(BIN)/python benchmarks/fuzz_readers.py $(COUNT) $(SEED)

kills: $(VENV)/.dev
	$(BIN)/python benchmarks/kills.py $(RUNS) $(SEED)

editions: $(VENV)/.dev
	@.ci/system-programs soffice:libreoffice-writer-nogui pdftotext:poppler-utils \
		"lualatex:texlive-luatex texlive-humanities fonts-dejavu-core fonts-droid-fallback"
	PYTHONPATH=. $(BIN)/python benchmarks/random_editions.py --count $(EDITIONS) --seed $(SEED) \
		--in-programs 40

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/commands.py
	$(BIN)/python benchmarks/log.py
	$(BIN)/python benchmarks/borders.py
	$(BIN)/python benchmarks/sentences.py
	$(BIN)/python benchmarks/prose.py
	$(BIN)/python benchmarks/divisions.py
	$(BIN)/python benchmarks/words.py
	$(BIN)/python benchmarks/planted.py
	$(BIN)/python benchmarks/absence.py
	$(BIN)/python benchmarks/anchoring.py
	@.ci/system-programs chromium
	$(BIN)/python benchmarks/report.py

$(VENV)/bin/python:
	@.ci/environment "$(PYTHON)" "$(VENV)"

$(VENV)/.core: pyproject.toml $(VENV)/bin/python
	@echo "Installing variants into $(VENV) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . >&2
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/bin/python
	@echo "Installing variants and its development tools into $(VENV) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' >&2
	@touch $@ $(VENV)/.core

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
