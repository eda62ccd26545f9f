# make run: see it.  make test: check everything.  The other targets are listed by `make help`.

PYTHON ?= python3
VENV := .venv/bin/python
RUN := .venv/requirements.txt.installed
DEV := .venv/requirements-dev.txt.installed
PIP_TOOLS := pip-tools==7.6.2
PYTEST := $(VENV) -m pytest -n 2 --dist worksteal
TYPED = frontdoor tools $(wildcard app.py asgi.py pages/*.py benchmarks sample_data)

# Python keeps what it compiled, so that the second start is quick even where a machine's settings say otherwise.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run test quick check test-elsewhere bench pictures lock browser clean

help:
	@echo "make run       make the environment, build the sample if there is no data, serve on 127.0.0.1"
	@echo "make test      everything: style, types, layers, SQL, unit, page and browser tests"
	@echo "make quick     the same without browser and slow tests"
	@echo "make bench     measure speed and size, written to docs/benchmarks.md"
	@echo "make pictures  a picture of every page, size and theme, in pictures/"
	@echo "make lock      write requirements*.txt anew from requirements*.in"
	@echo "make clean     remove the environment and what the checks left behind; data stays"

run: $(RUN)
	@$(VENV) -m frontdoor serve

test: check browser
	@$(PYTEST)

quick: check
	@$(PYTEST) -m "not browser and not slow"

check: $(DEV)
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy --no-error-summary $(TYPED)
	@.venv/bin/lint-imports --no-logo
	@if [ -d queries ]; then $(VENV) -m sqlfluff lint --processes 2 queries; fi

# A council's clock is its own: nothing may depend on the machine's time zone.
test-elsewhere: $(DEV)
	@TZ=Pacific/Auckland $(PYTEST) -m "not browser and not slow"

bench: $(DEV)
	@$(VENV) -m benchmarks

pictures: browser
	@$(VENV) -m tools.pictures

browser: $(DEV)
	@$(VENV) -m tools.browser

lock: $(DEV)
	@$(VENV) -m venv .venv/lock
	@.venv/lock/bin/python -m pip install --quiet --disable-pip-version-check $(PIP_TOOLS)
	@.venv/lock/bin/python -m tools.lock

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache pictures

.venv/%.installed: %
	@$(PYTHON) -m tools.environment $<
