# demo · test · lint · lexicon · accept · score · speed · hostile · floors — each installs what it needs into .venv first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint lexicon accept score speed hostile floors clean

help:
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(BIN)/vakanuvis: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/vakanuvis
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(BIN)/vakanuvis ## read the bundled newspaper, show one record, the page of all and the reading room
	@mkdir -p demo-out
	@$(BIN)/vakanuvis read examples/newspaper/*/article.* --format jsonl --output demo-out/record.jsonl
	@$(BIN)/vakanuvis read examples/newspaper/*/article.* --format html --output demo-out/newspaper.html
	@$(BIN)/vakanuvis read examples/newspaper/ziyaret/article.txt
	@echo
	@echo "Record of all articles:  demo-out/record.jsonl"
	@echo "Page to look at:         demo-out/newspaper.html"
	@rm -f demo-out/kayit.db demo-out/kayit.db-wal demo-out/kayit.db-shm
	@$(BIN)/vakanuvis ingest examples/newspaper/*/article.* --record demo-out/kayit.db 2>/dev/null
	@echo "Reading room of all:     $(BIN)/vakanuvis serve demo-out/kayit.db   then open http://127.0.0.1:8350/"

test: lint ## style, types, import directions, then every test
	$(BIN)/python -m pytest -q

lint: $(VENV)/.dev ## style, types and import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lexicon: $(BIN)/vakanuvis ## read every lexicon file strictly
	$(BIN)/vakanuvis lexicon check

accept: $(VENV)/.dev ## accept what the reader now writes as the newspaper's records; review the diff
	$(BIN)/python -m bench.accept

score: $(BIN)/vakanuvis ## the table of scores on the project's own gold and on the development gold, where it is at hand
	$(BIN)/python -m bench.score
	$(BIN)/python -m bench.development $(GOLD)

floors: $(VENV)/.dev ## refuse a fall below the pinned scores
	$(BIN)/python -m bench.gate

speed: $(BIN)/vakanuvis ## articles and tokens per second of one process, and where the time goes
	$(BIN)/python -m bench.speed

hostile: $(VENV)/.dev ## what comes of files that were made to do harm, and what they cost
	$(BIN)/python -m bench.hostile

clean:
	rm -rf demo-out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
