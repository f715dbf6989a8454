# What programmers and CI run. Record editors use start.cmd on Windows, start.sh elsewhere.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:

PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$each && break; done)
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
SITE := $(VENV)/.site
STAMP := $(VENV)/.installed
BIOME := tests/node/node_modules/.bin/biome
KENNISBANK := PYTHONPATH=scripts PYTHONUTF8=1 $(BIN)/python -m kennisbank
UV_COMPILE := $(BIN)/python -m uv pip compile pyproject.toml --quiet --universal --generate-hashes \
	--python-version 3.11 --fork-strategy fewest --no-emit-index-url --no-emit-find-links $(if $(UPGRADE),--upgrade)

# Material for MkDocs prints a notice about its end of life (see README) at every start.
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: all setup site publish serve test test-fast coverage html check lint lint-assets types format bench search-quality fuzz audit lighthouse renderers packages lock clean help

all: lint types test check ## lint, types, tests and record check (what `make` alone does)

setup: $(STAMP) ## make .venv with exactly what requirements.lock names, for work on the code

# What editing records and building the site need; who reads this need not be a programmer.
$(SITE): requirements-site.lock
	@test -n "$(PYTHON)" || { echo "Er is geen Python 3.11 of nieuwer; haal hem van python.org, of typ make PYTHON=..." >&2; exit 1; }
	@echo "De eerste keer, en na een nieuwe versie, duurt dit een paar minuten."
	@echo "[1/2] Python klaarzetten in de map $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV) || { echo "Dat is niet gelukt. Op Debian en Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "[2/2] Onderdelen ophalen en installeren"
	@$(BIN)/python scripts/install.py $< || { echo "Dat is niet gelukt; hierboven staat waarom. Is er internet? Probeer het dan opnieuw." >&2; exit 1; }
	@touch $@

$(STAMP): requirements.lock pyproject.toml $(SITE)
	@echo "Tools for work on the code"
	@$(BIN)/python scripts/install.py $<
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

site: $(SITE) $(RENDERER:%=$(VENV)/.%) ## check the records and build the site in site/; RENDERER=properdocs or zensical
	@$(KENNISBANK) site $(addprefix --renderer ,$(RENDERER))

publish: $(VENV)/.packages ## note the new addresses, then build the whole site with its packages in site/
	@$(KENNISBANK) publish

serve: $(SITE) ## preview on http://127.0.0.1:8000/, made anew at every save
	@$(BIN)/mkdocs serve

# What Python compiled is kept, also where a machine asks otherwise: many processes need it.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(STAMP) ## all tests, two at a time for each core, as many wait for pages; gets the programs they need
	PYTHONPATH=tests $(BIN)/python -m tools
	$(BIN)/pytest -n $$($(BIN)/python -c 'import os; print(2 * (os.cpu_count() or 1))') \
		--dist loadfile --no-loadscope-reorder --durations=20

test-fast: $(STAMP) ## the tests that need no browser
	$(BIN)/pytest -m "not browser"

coverage: $(STAMP) ## which lines of our code no test runs, and the share that one does
	$(BIN)/pytest -q -n auto --dist loadfile --cov --cov-report term -m "not browser"

html: site $(BIOME) ## the Nu HTML checker over every page of site/ (needs npm and Java)
	java -jar tests/node/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --errors-only site

check: $(SITE) ## check all records; FORMAT=github or json is for machines
	@$(KENNISBANK) check $(addprefix --format ,$(FORMAT))

lint: $(STAMP) ## style of the code: Python, and (needs npm) scripts and styles
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory lint-assets; \
		else echo "not looked at, npm is missing: docs/assets"; exit $${KENNISBANK_ALL_TOOLS:-0}; fi

lint-assets: $(BIOME)
	$(BIOME) ci --config-path tests/node docs/assets

types: $(STAMP) ## types of the code
	$(BIN)/mypy

format: $(STAMP) $(BIOME) ## write the code in the style that lint asks for
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIOME) check --write --config-path tests/node docs/assets

$(BIOME): tests/node/package-lock.json
	npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund --silent
	@touch $@

bench search-quality fuzz audit lighthouse: export PYTHONPATH := tests
bench: $(STAMP) ## time and memory at 100, 1,000 and 10,000 synthetic concepts
	$(BIN)/python -m bench.run $(SIZES)

search-quality: $(STAMP) site ## how well searching answers each set of questions (SETS="werk proef" shows what it misses, ABLATION=1 what each part brings, SPEED=1 what it costs)
	$(BIN)/python -m bench.$(if $(ABLATION),search_ablation,$(if $(SPEED),search_speed,search_quality)) $(SETS)

lighthouse: $(STAMP) site ## measure pages as a phone on a slow connection meets them (needs npm, nginx, Chromium)
	npm ci --prefix tests/node/lighthouse --ignore-scripts --no-audit --no-fund --silent
	$(BIN)/python -m bench.lighthouse $(PAGES)

fuzz: $(STAMP) ## bend records, break the machine, move addresses at random: nothing lost
	$(BIN)/python -m fuzz.run $(ROUNDS)
	$(BIN)/python -m fuzz.addresses $(STEPS)

audit: $(STAMP) ## look up known weaknesses of what the site is built and tested with
	$(BIN)/python -m pip install --quiet pip-audit
	$(BIN)/python -m supply.audit

renderers: $(STAMP) $(VENV)/.properdocs $(VENV)/.zensical ## prove that other renderers make the same site
	$(BIN)/pytest tests/test_renderers.py

packages: $(VENV)/.packages ## make the packages for Anki and paper; the next `make site` takes them along
	@$(KENNISBANK) packages

$(VENV)/.mkdocs: $(SITE)

$(VENV)/.properdocs $(VENV)/.zensical $(VENV)/.packages: $(VENV)/.%: requirements-%.lock $(SITE)
	@$(BIN)/python scripts/install.py $<
	@touch $@

lock: export UV_CUSTOM_COMPILE_COMMAND := make lock
lock: $(STAMP) ## write the lock files anew; make lock UPGRADE=1 takes newer versions
	$(BIN)/python -m pip install --quiet uv
	$(UV_COMPILE) --extra dev -o requirements.lock
	$(UV_COMPILE) -c requirements.lock -o requirements-site.lock
	$(UV_COMPILE) --extra packages -c requirements.lock -o requirements-packages.lock
	$(UV_COMPILE) --extra zensical -c requirements.lock -o requirements-zensical.lock
	$(UV_COMPILE) --extra properdocs -c requirements.lock -o requirements-properdocs.lock

clean: ## remove what was made; .venv stays
	rm -rf site site.* build .pytest_cache .ruff_cache .mypy_cache .hypothesis
	git clean -fdXq docs

help: ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1|\2/p' $(firstword $(MAKEFILE_LIST)) | \
		while IFS='|' read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done
