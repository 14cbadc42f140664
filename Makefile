# make run    the portal with illustrative data on http://127.0.0.1:8000 (PORT=… for another)
# make dev    the same, reloading on change and showing errors
# make test   lint, then every test on SQLite, and on PostgreSQL where its server is installed
# make lint   style, types, templates, who imports whom
# make bench  how fast it is, on both databases and at four sizes; needs Debian's wrk and postgresql
# make words  the catalogue of translations anew, after a change of words
# make lock   the locked requirements anew, after a change in pyproject.toml

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run dev test lint bench words lock
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --disable-pip-version-check --no-input --progress-bar off --require-hashes
# Only lines that show the way; errors go to stderr and stay visible.
SHORT := grep --line-buffered -E '^(Collecting|Installing|Successfully)'

# On the machine itself over plain http; an environment of one's own goes first.
LOCAL := DEBUG=off PORTAL_HTTPS=off ALLOWED_HOSTS=$${ALLOWED_HOSTS:-localhost,127.0.0.1} \
         SECRET_KEY=$${SECRET_KEY:-$$(cat var/secret_key)} LOG_LEVEL=$${LOG_LEVEL:-WARNING} PORT=$(PORT)

run: .venv/installed var/secret_key
	@echo 'Starting …'
	@$(LOCAL) exec $(BIN)/python manage.py serve

dev: .venv/installed-dev
	@echo 'Starting …'
	@DEBUG=on PORT=$(PORT) exec $(BIN)/python manage.py serve --reload

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	git ls-files 'templates/*.html' | xargs $(BIN)/djade --target-version 5.2 --check
	$(BIN)/lint-imports
	$(BIN)/mypy .

test: lint
	$(BIN)/pytest -n auto --maxprocesses 4
	$(BIN)/python -m tests.postgres $(BIN)/pytest -n auto --maxprocesses 4

bench: .venv/installed-dev
	$(BIN)/python -m tests.bench

words: .venv/installed-dev
	DEBUG=on $(BIN)/python manage.py makemessages --locale=vi --no-wrap --no-location --no-obsolete
	DEBUG=on $(BIN)/python manage.py compilemessages --locale=vi --ignore=.venv

lock: .venv/installed-dev
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-strip-extras

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed.' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { echo 'Missing: apt install python3-venv' >&2; exit 1; }
	@echo 'Making the environment in .venv …'
	@$(PYTHON) -m venv .venv

.venv/installed: requirements.txt | .venv/bin/python
	@echo 'Installing the packages of requirements.txt …'
	@$(PIP) -r requirements.txt | $(SHORT) || test $${PIPESTATUS[0]} = 0
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	@echo 'Installing the packages of requirements-dev.txt …'
	@$(PIP) -r requirements-dev.txt | $(SHORT) || test $${PIPESTATUS[0]} = 0
	@touch $@

var/secret_key:
	@mkdir -p var
	@umask 077; $(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@
