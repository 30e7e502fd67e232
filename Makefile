# Two commands do everything, set-up included:  make site  ·  make test
PYTHON ?= python3
SITE_ENV := .venv/site
TEST_ENV := .venv/test
SITE_READY := $(SITE_ENV)/.ready
TEST_READY := $(TEST_ENV)/.ready
PORT ?= 8000
# Python for browsers, which the playground of the linter needs: catalogue/playground/package-lock.json pins it.
PLAYGROUND_ENV := .cache/playground
PYODIDE := $(PLAYGROUND_ENV)/node_modules/pyodide

.PHONY: site playground serve test check clean help
.DEFAULT_GOAL := help

help:
	@echo "make site    harvest the default sources, lint, build site/"
	@echo "make serve   show site/ at http://127.0.0.1:$(PORT)/"
	@echo "make test    everything that is checked: style, types, tests, the browser"
	@echo "make clean   remove what the above made"

site: $(SITE_READY) playground
	@$(SITE_ENV)/bin/ossr-catalogue harvest
	@$(SITE_ENV)/bin/ossr-catalogue build $$(test -f $(PYODIDE)/package.json && echo --pyodide $(PYODIDE))
	@echo "In this checkout: make serve"

serve: $(SITE_READY)
	@test -f site/index.html || $(MAKE) --no-print-directory site
	@$(SITE_ENV)/bin/ossr-catalogue serve --port $(PORT)

# Without npm, or without network, there is a site all the same.
playground:
	@command -v npm > /dev/null || { echo "npm is not installed: the site will have no playground"; exit 0; }; \
	cmp -s catalogue/playground/package-lock.json $(PLAYGROUND_ENV)/package-lock.json && test -d $(PYODIDE) && exit 0; \
	mkdir -p $(PLAYGROUND_ENV) && cp catalogue/playground/package*.json $(PLAYGROUND_ENV)/ \
	&& npm ci --prefix $(PLAYGROUND_ENV) --ignore-scripts --no-audit --no-fund --loglevel=error > /dev/null \
	|| { rm -rf $(PLAYGROUND_ENV); echo "npm could not fetch Pyodide: the site will have no playground"; }

test: $(TEST_READY) playground
	@$(TEST_ENV)/bin/ruff check
	@$(TEST_ENV)/bin/ruff format --check
	@$(TEST_ENV)/bin/mypy
	@PATH="$(CURDIR)/$(TEST_ENV)/bin:$$PATH" $(TEST_ENV)/bin/python tests/run.py

clean:
	rm -rf .venv .cache site build dist .mypy_cache .pytest_cache .ruff_cache

$(SITE_READY): pyproject.toml
	@$(call environment,$(SITE_ENV))
	@$(SITE_ENV)/bin/python -m pip install --quiet --editable '.[catalogue]'
	@touch $@

$(TEST_READY): pyproject.toml
	@$(call environment,$(TEST_ENV))
	@$(TEST_ENV)/bin/python -m pip install --quiet --editable '.[catalogue]' --group test
	@touch $@

# Dependency groups (PEP 735) need pip 25.1.
define environment
$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is %s; say which: make PYTHON=python3.12" % sys.version.split()[0])' \
&& echo "Setting up $(1) …" && $(PYTHON) -m venv $(1) && $(1)/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
endef
