# What a newcomer needs: `make demo`, then `make test`. Everything else serves those who work on the code.

SHELL := /bin/bash
.DEFAULT_GOAL := help

RELEASE := .build/release/laureat
DEMO := .build/demo
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
SOURCES := Package.swift Sources Tests

# What `make bench` measures: how many records, and of how many rounds the medians are. By default one and a half gigabytes
# of disk are enough; a million records, RECORDS="200000 1000000", want five.
RECORDS ?= 50000 200000
ROUNDS ?= 5
# The Python peer is slow: PEER_ROUNDS=1 lets it run once.
PEER_ROUNDS ?= $(ROUNDS)
# How many mutants `make fuzz` tries, and which.
FUZZ_ROUNDS ?= 100000
SEED ?= 1

.PHONY: help setup build demo test bench fuzz lint format imports leaks docs clean

help:
	@echo "make demo     set up, build and run the main job on the samples, into $(DEMO)/"
	@echo "make test     run all tests"
	@echo "make build    build the command: $(RELEASE)"
	@echo "make bench    measure it beside xmllint and a Python peer (RECORDS=\"$(RECORDS)\" ROUNDS=$(ROUNDS))"
	@echo "make fuzz     damage documents and see what becomes of them (FUZZ_ROUNDS=$(FUZZ_ROUNDS) SEED=$(SEED))"
	@echo "make docs     build the documentation of the libraries"
	@echo "make format   format the code;  make lint  checks it"
	@echo "make imports  check that every import is a declared dependency"
	@echo "make leaks    run the tests of the C boundary under the address sanitizer"

# libxml2 with its headers and xmllint, which the tests compare with; libzip's headers for spreadsheets that come in,
# libxlsxwriter's for those that go out; SQLite's for the engine; pango, the PT fonts and libqrencode for what is printed,
# poppler to read it again in tests; libstemmer for the search.
PACKAGES := libxml2-dev libxml2-utils libzip-dev libxlsxwriter-dev libsqlite3-dev libpango1.0-dev fonts-paratype \
  libqrencode-dev poppler-utils libstemmer-dev pkg-config

setup:
	@command -v swift >/dev/null || { echo "Swift 6.3 or later is needed: https://www.swift.org/install"; exit 69; }
	@dpkg -s $(PACKAGES) >/dev/null 2>&1 || { \
	  echo "Installing $(PACKAGES)"; \
	  $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq --no-install-recommends $(PACKAGES) >/dev/null; }

# With Swift's own libraries inside and optimised across modules: it runs where no Swift is installed, starts in half the
# time and takes files in about a tenth faster.
build: setup
	swift build -c release --product laureat --static-swift-stdlib -Xswiftc -cross-module-optimization

demo: build
	@bash Samples/demo.sh $(RELEASE) $(DEMO)

test: setup
	swift test --parallel --disable-xctest

# Everything it makes stays in .build/bench. For the Python peer it installs lxml: with apt as root, else there with pip.
bench: build
	@python3 -B Tests/Benchmarks/bench.py $(RELEASE) .build/bench $(RECORDS) \
	  --rounds $(ROUNDS) --peer-rounds $(PEER_ROUNDS)

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

format:
	swift format --in-place --recursive --parallel $(SOURCES)

imports: setup
	swift build --explicit-target-dependency-import-check error

# A build of its own: instrumented code does not mix with the other. The tests that start another program stay out:
# Foundation's Process leaks a few bytes each time.
leaks: setup
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp swift test --scratch-path .build/sanitized --disable-xctest --sanitize=address \
	  --filter \
	    'LibXMLTests|LibZipTests|LibPDFTests|LibQRTests|LibXLSXTests|LibStemmerTests|TablesTests|ExchangeTests' \
	  --skip 'xmllint|other programs'

# Mutants of the samples against check and import, in process; a failing one stays in .build/fuzz/. Optimised: several
# times as many in the same time.
fuzz: setup
	LAUREAT_FUZZ_ROUNDS=$(FUZZ_ROUNDS) LAUREAT_FUZZ_SEED=$(SEED) swift test --scratch-path .build/fuzzing \
	  --disable-xctest --sanitize=address -Xswiftc -O --filter FuzzTests

docs: setup
	@rm -rf .build/documentation && mkdir -p .build/documentation
	swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >/dev/null
	@for module in Primitives Contests Grants Exchange; do \
	  mkdir -p .build/documentation/graphs/$$module && \
	  find .build -path '*symbolgraph*' -name "$$module.symbols.json" -exec cp {} .build/documentation/graphs/$$module/ \; && \
	  docc convert --warnings-as-errors --fallback-display-name $$module --fallback-bundle-identifier laureat.$$module \
	    --additional-symbol-graph-dir .build/documentation/graphs/$$module \
	    --output-path .build/documentation/$$module.doccarchive || exit 1; \
	done
	@echo "Documentation: .build/documentation/*.doccarchive"

clean:
	rm -rf .build
