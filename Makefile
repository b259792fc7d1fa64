# The handbook of commands. Everything works from a fresh clone with Python 3.11 or newer and make.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMPS := .venv/stamps
PYTEST := $(BIN)/python -m pytest
WORKERS ?= 2
CATALOGS := $(wildcard portal/translations/*/LC_MESSAGES/messages.po)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1

.PHONY: help run test test-quick test-unit test-web test-pg test-browser check format lint types imports \
	templates translations messages lock bench clean

help:
	@echo "make run          everything from set-up to a running portal on http://127.0.0.1:$(PORT) (PORT=...)"
	@echo "make test         every test; installs Chromium and PostgreSQL/PostGIS where it may"
	@echo "make test-quick   unit and web tests on SQLite; also test-unit, test-web, test-pg, test-browser"
	@echo "make check        format, lint, types, import order, templates, translations"
	@echo "make bench        the benchmark"
	@echo "make format       format the code;  make messages  collect texts;  make lock  renew the locks"
	@echo "make clean        remove what can be made again (instance/ stays)"

# --- set-up ----------------------------------------------------------------------------------------------
$(STAMPS)/venv:
	@scripts/python-version $(PYTHON)
	@echo "· making .venv"
	@$(PYTHON) -m venv .venv
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: requirements.lock pyproject.toml | $(STAMPS)/venv
	@echo "· installing the locked dependencies (a minute or two the first time)"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/dev: requirements-dev.lock $(STAMPS)/runtime
	@echo "· installing the tools for tests and checks"
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

$(STAMPS)/catalogs: $(CATALOGS) | $(STAMPS)/runtime
	@echo "· compiling the translations"
	@$(BIN)/python scripts/compile_messages.py
	@touch $@

# --- running ---------------------------------------------------------------------------------------------
run: $(STAMPS)/runtime $(STAMPS)/catalogs
	@scripts/run $(PORT)

# --- tests -----------------------------------------------------------------------------------------------
test: $(STAMPS)/dev $(STAMPS)/catalogs
	@scripts/system-packages
	@$(PYTEST) -n $(WORKERS)

test-quick: $(STAMPS)/dev $(STAMPS)/catalogs
	@$(PYTEST) -n $(WORKERS) -m "not pg and not browser" tests/unit tests/web

test-unit: $(STAMPS)/dev $(STAMPS)/catalogs
	@$(PYTEST) tests/unit

test-web: $(STAMPS)/dev $(STAMPS)/catalogs
	@$(PYTEST) -n $(WORKERS) -m "not pg" tests/web

test-pg: $(STAMPS)/dev $(STAMPS)/catalogs
	@scripts/system-packages postgresql
	@$(PYTEST) -n $(WORKERS) -m pg tests/web

test-browser: $(STAMPS)/dev $(STAMPS)/catalogs
	@scripts/system-packages chromium
	@$(PYTEST) -n $(WORKERS) tests/browser

# --- checks ----------------------------------------------------------------------------------------------
check: lint types imports templates translations
	@echo "· all checks passed"

lint: $(STAMPS)/dev
	@echo "· format and lint"
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

types: $(STAMPS)/dev
	@echo "· types"
	@$(BIN)/mypy

imports: $(STAMPS)/dev
	@echo "· import order"
	@$(BIN)/lint-imports --no-logo

templates: $(STAMPS)/dev
	@echo "· templates"
	@$(BIN)/python scripts/check_templates.py

translations: $(STAMPS)/dev
	@echo "· translations"
	@$(BIN)/python scripts/check_translations.py

format: $(STAMPS)/dev
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

messages: $(STAMPS)/dev
	@$(BIN)/python scripts/collect_messages.py

lock: $(STAMPS)/dev
	@scripts/lock

bench: $(STAMPS)/dev $(STAMPS)/catalogs
	@$(BIN)/python -m bench

clean:
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
	@find portal/translations -name '*.mo' -delete
