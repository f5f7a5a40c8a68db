# `make scan` sets up and scans; `make test` sets up and passes all tests. `make help` lists the rest.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
PYTHON ?= python3
PREFIX ?= /usr/local
DESTDIR ?=
# What `make scan` scans: the repository make is called in.
REPO ?= .
# Where the inputs and peers of `make bench` come from; see docs/benchmarks.md.
BENCH_ARGUMENTS ?=

PORTCULLIS := .build/release/portcullis
SWIFT_FOLDERS := Package.swift Plugins Sources Tests rules

.PHONY: help
help: ## Lists the targets.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: setup
setup: ## Installs the Debian packages that are missing, and says which.
	@scripts/install-dependencies

.PHONY: build
build: setup ## Builds the release executable, .build/release/portcullis.
	$(SWIFT) build -c release --static-swift-stdlib --product portcullis

.PHONY: scan
scan: build ## Sets up, builds and scans REPO (default: this repository).
	$(PORTCULLIS) scan "$(REPO)"

.PHONY: test
test: build ## Sets up and passes all tests.
	PORTCULLIS_TEST_PROGRAM="$(abspath $(PORTCULLIS))" $(SWIFT) test --disable-xctest --quiet

.PHONY: test-arrows
test-arrows: setup ## Holds imports, registries and secret ownership against the plan.
	$(SWIFT) test --disable-xctest --quiet --filter '^ArchitectureTests\.'

.PHONY: goldens
goldens: setup ## Writes the golden reports anew; read the diff.
	PORTCULLIS_UPDATE_GOLDENS=1 $(SWIFT) test --disable-xctest --quiet --filter '^ReportingTests\.'

.PHONY: lint
lint: ## Judges format and style; changes nothing.
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FOLDERS)
	@for script in .ci/run scripts/*; do \
		case "$$(head -n 1 "$$script")" in \
		*bash) bash -n "$$script" ;; \
		*python3) $(PYTHON) -c 'import ast, sys; ast.parse(open(sys.argv[1]).read(), sys.argv[1])' "$$script" ;; \
		esac; \
	done

.PHONY: format
format: ## Formats the Swift sources in place.
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_FOLDERS)

.PHONY: sanitize
sanitize: sanitize-address sanitize-thread ## Runs the suites on C memory and threads under sanitizers.

.PHONY: sanitize-address sanitize-thread
sanitize-address sanitize-thread: sanitize-%: setup
	scripts/sanitize $*

.PHONY: fuzz
fuzz: setup ## Fuzzes all parsers and decoders, ten minutes each.
	scripts/fuzz

# jsonschema and CycloneDX's schemas come from PyPI into a folder of our own, so that nothing of the system is touched.
.venv/.jsonschema: Makefile | setup
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check 'jsonschema>=4.17,<5' \
		'cyclonedx-python-lib[json-validation]>=9,<12'
	@touch $@

.PHONY: sarif-check
sarif-check: build .venv/.jsonschema ## Runs the executable as a pipeline would; validates its SARIF and CBOM.
	scripts/check-behaviour $(PORTCULLIS) .venv/bin/python

.PHONY: self-scan
self-scan: build ## Scans this repository's tree and history; both have to be clean.
	$(PORTCULLIS) scan .
	$(PORTCULLIS) history . --no-cache $$(test "$$(git rev-parse --is-shallow-repository)" = false || echo --allow-shallow)

.PHONY: bench
bench: build ## Measures beside peers; see docs/benchmarks.md.
	$(PYTHON) Benchmarks/run.py --portcullis $(PORTCULLIS) $(BENCH_ARGUMENTS)

.PHONY: docs
docs: build ## Writes manual page and shell completions below docs.
	scripts/write-docs $(PORTCULLIS) docs

.PHONY: docs-check
docs-check: build ## Fails when the generated documents are not those of this build.
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
	scripts/write-docs $(PORTCULLIS) "$$folder" && \
	for file in portcullis.1 completions/portcullis.bash completions/_portcullis completions/portcullis.fish; do \
		cmp --quiet "$$folder/$$file" "docs/$$file" || { echo "docs/$$file is stale: run make docs" >&2; exit 1; }; \
	done

.PHONY: install
install: ## Installs executable, manual page and completions below PREFIX; run make build first.
	@test -x $(PORTCULLIS) || { echo "$(PORTCULLIS) is not built: run make build" >&2; exit 1; }
	install -D -m 755 $(PORTCULLIS) "$(DESTDIR)$(PREFIX)/bin/portcullis"
	install -D -m 644 docs/portcullis.1 "$(DESTDIR)$(PREFIX)/share/man/man1/portcullis.1"
	install -D -m 644 docs/completions/portcullis.bash "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/portcullis"
	install -D -m 644 docs/completions/_portcullis "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_portcullis"
	install -D -m 644 docs/completions/portcullis.fish "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/portcullis.fish"

.PHONY: clean
clean: ## Removes everything that was built.
	rm -rf .build .build-address .build-fuzz .build-thread .venv
