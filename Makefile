# Everything a developer or a newcomer runs. Needs Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO := build/demo
SEEDS := seeds/armenian-turkish-war.txt seeds/treaty-of-alexandropol.txt

.PHONY: setup demo test lint bench docs lock clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("datedeck needs Python 3.11 or newer, this is " + sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: setup
	rm -rf $(DEMO)
	mkdir -p $(DEMO)
	$(BIN)/datedeck derive $(SEEDS) -o $(DEMO)/armenia-1920.yaml
	$(BIN)/datedeck check $(DEMO)/armenia-1920.yaml
	$(BIN)/datedeck export $(DEMO)/armenia-1920.yaml -o $(DEMO)/armenia-1920.apkg
	if [ -t 0 ]; then $(BIN)/datedeck quiz $(DEMO)/armenia-1920.yaml -n 5 --seed 1; \
	else $(BIN)/datedeck quiz $(DEMO)/armenia-1920.yaml -n 5 --seed 1 --print; fi

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/cog --check -p "import sys; sys.path.insert(0, 'docs')" docs/cli.md

test: lint
	$(BIN)/pytest --cov --cov-report=term

# `make bench BENCH=--long` measures large corpora, too; half an hour
bench: setup
	$(BIN)/python -m benchmarks $(BENCH)

docs: setup
	$(BIN)/cog -r -p "import sys; sys.path.insert(0, 'docs')" docs/cli.md

lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		pyproject.toml --group dev -o requirements/dev.txt

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
