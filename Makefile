# Two commands do everything on a machine with Python 3.11 and make:
#   make run    sets up and opens the tutor
#   make test   runs all that CI runs

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif
PIP := $(BIN)/python -m pip --disable-pip-version-check
RUN_STAMP := $(VENV)/.run-stamp
DEV_STAMP := $(VENV)/.dev-stamp
WORDS_STAMP := $(VENV)/.words-stamp
WORDS := $(wildcard tutor/locale/*/LC_MESSAGES/*.po)
.DEFAULT_GOAL := help
.PHONY: help run all catalogues test check wheel explore faults bench growth bench-apps fuzz abuse licences simulate soak format pictures tour keys transcript validators lrs-venv lrs-test clean

help:
	@echo "make run     set up and open the tutor"
	@echo "make test    everything CI runs"
	@echo "make check   the fast gate: format, lint, types, layers, course"
	@echo "make catalogues  compile the words of the interface after a change"
	@echo "make format  let ruff format and mend"
	@echo "make simulate  interns of known ability: what the estimates are worth (docs/mesure.md)"
	@echo "make soak    a very long evening: memory, time and the store (Linux; an hour or more)"
	@echo "make abuse   send every way in what strangers could send (Linux; FUZZ_SECONDS=60 each)"
	@echo "make fuzz    the same for course files alone"
	@echo "make licences  list the licences of what is depended on again"
	@echo "make explore try the properties with other examples than make test, and many more"
	@echo "make faults  what can go wrong under the store, tried and counted (Linux, macOS)"
	@echo "make bench   every budget beside its measure, as ratios (ONLY=name,… ROUNDS=n NATION=1)"
	@echo "make growth  how cost grows with size: docs/performance.md and its drawing"
	@echo "make bench-apps  install the apps that bench compares Home with"
	@echo "make pictures  draw the pictures of the README and of the tour again (or: make tour)"
	@echo "make keys    renew the tables of keys in the README and the intern's guide"
	@echo "make transcript  write docs/transcription.md again, after a change of its lesson"
	@echo "make validators  install the readers of other makers that try what is exported (needs npm)"
	@echo "make lrs-test  send to a real record store (Ralph, on this machine) and read back"
	@echo "make all     install everything there is"
	@echo "make clean   remove what was built"

$(VENV)/pyvenv.cfg:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, found " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): $(VENV)/pyvenv.cfg pyproject.toml constraints.txt .ci/catalogues.py
	$(PIP) install --quiet --constraint constraints.txt --editable .
	@touch $@

$(DEV_STAMP): $(VENV)/pyvenv.cfg pyproject.toml constraints.txt .ci/catalogues.py dev-requirements.txt
	$(PIP) install --quiet --constraint constraints.txt --editable . --requirement dev-requirements.txt
	@touch $(RUN_STAMP) $@

$(WORDS_STAMP): $(DEV_STAMP) $(WORDS)
	$(BIN)/python .ci/catalogues.py
	@touch $@

run: $(RUN_STAMP)
	@$(BIN)/tutor

all: $(WORDS_STAMP)

catalogues: $(WORDS_STAMP)

check: $(WORDS_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/tutor check

# What is imported is compiled once for the two workers and the processes they start.
test: export PYTHONDONTWRITEBYTECODE :=
test: $(WORDS_STAMP)
	$(MAKE) --no-print-directory --jobs 2 check wheel
	rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term
	$(BIN)/coverage report --include='tutor/domain/*,tutor/assessment/*' --fail-under=100

wheel: $(WORDS_STAMP)
	$(BIN)/python -m tests.wheel

FUZZ_SECONDS ?= 60
ABUSED ?=
abuse: $(WORDS_STAMP)
	$(PIP) install --quiet --constraint constraints.txt --requirement tests/abuse/requirements.txt
	$(BIN)/python -m tests.abuse --seconds $(FUZZ_SECONDS) $(ABUSED)

fuzz: ABUSED = course
fuzz: abuse

licences: $(DEV_STAMP)
	$(BIN)/python .ci/licences.py

simulate: $(WORDS_STAMP)
	$(BIN)/python -m tests.simulation

# SOAK_QUESTIONS, SOAK_BEFORE, SOAK_ANSWERS and SOAK_EACH set its sizes.
soak: $(WORDS_STAMP)
	$(BIN)/python -m tests.soak

format: $(DEV_STAMP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# A failing example is kept in .hypothesis; write it into the test with @example.
explore: export HYPOTHESIS_PROFILE := thorough
explore: $(WORDS_STAMP)
	$(BIN)/python -m pytest -n 2 --dist worksteal -m hypothesis --timeout 600 -q

# Ten minutes at most; FAULTS=small tries some of each, as `make test` does.
faults: $(WORDS_STAMP)
	$(BIN)/python -m tests.faults

# ONLY=name,name ROUNDS=3 NATION=1 JSON=file PAGE=1
bench: $(DEV_STAMP)
	$(BIN)/python -m bench $(if $(ONLY),--only $(ONLY)) $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(NATION),--nation) $(if $(JSON),--json $(JSON)) $(if $(PAGE),--page)

growth: $(DEV_STAMP)
	$(BIN)/python -m bench.growth $(if $(ONLY),--only $(ONLY)) $(if $(ROUNDS),--rounds $(ROUNDS))

bench-apps: $(DEV_STAMP)
	$(BIN)/python -m bench.apps

pictures tour: $(WORDS_STAMP)
	$(BIN)/python -m tests.looks.pictures

keys: $(WORDS_STAMP)
	$(BIN)/python -m tests.looks.keys_table

transcript: $(WORDS_STAMP)
	$(BIN)/python -m tests.cli.transcript

# An LRS, and its idea of a right statement: in an environment of its own, since its pins are old.
lrs-venv: .venv-lrs/.stamp

.venv-lrs/.stamp: tests/interop/lrs-requirements.txt
	$(PYTHON) -m venv .venv-lrs
	.venv-lrs/bin/python -m pip --disable-pip-version-check install --quiet --requirement $<
	@touch $@

validators: lrs-venv
	npm ci --prefix tests/interop/npm --no-audit --no-fund

lrs-test: $(WORDS_STAMP) lrs-venv
	$(BIN)/python -m tests.interop.against_ralph

clean:
	rm -rf dist build $(VENV) .venv-bench .venv-lrs .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*
