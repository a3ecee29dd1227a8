PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
CORPUS ?= ../shared/corpus
SAMPLES := tests/fixtures/jamsostek-lombok/article.txt tests/fixtures/pasar-tani-berselisih/article.txt

.PHONY: demo test lint format golden readme benchmark train train-claims train-memberships clean

demo: $(READY)
	@$(BIN)/beritaextract extract --format table $(SAMPLES)

test: lint
	$(BIN)/pytest -n logical

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

golden: $(READY)  ## writes tests/fixtures/*/expected.json and tests/exports/ anew; read the diff
	$(BIN)/python tests/test_fixtures.py
	$(BIN)/python tests/test_linked.py

readme: $(READY)  ## writes what the commands print into README.md
	$(BIN)/python tests/test_readme.py

benchmark: $(READY)
	$(BIN)/python benchmarks/speed.py

train: $(READY)  ## writes the weights of the names model anew; training/README.md names what it reads
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	OPENBLAS_NUM_THREADS=1 $(BIN)/python training/train.py $(CORPUS)

train-claims: $(READY)  ## writes the weights of claims anew, from the articles in training/articles and those of CORPUS
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	$(BIN)/python training/claims.py training/articles $(CORPUS)/genre $(CORPUS)/dev

train-memberships: $(READY)  ## writes the weights of memberships anew, from the same and from labelled counts
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	$(BIN)/python training/memberships.py training/articles $(CORPUS)/genre $(CORPUS)/dev \
	  --labels training/labels/memberships.tsv $(CORPUS)/raw.jsonl

clean:
	rm -rf $(VENV) build dist

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "beritaextract needs Python 3.11 or later; name one: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
