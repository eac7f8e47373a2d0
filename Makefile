# make run            build the site and serve it at http://localhost:8000
# make test           everything that CI checks, with the seconds of each step
# make bench          sizes, speed and peers; DATA=folder adds the quality tables and writes them into the README
# make fuzz           every fuzz target for FUZZTIME (5m) each
# make screenshots    each state of the page, at two widths and in two themes, into .cache/screenshots; those of the README and the manifest
# make train          make the word tables anew out of their sources; DATA=folder what is learnt from labelled data, too

ADDR = localhost:8000
BASE = /
FUZZTIME = 5m
NPM = npm ci --no-audit --no-fund --loglevel=error

.PHONY: run build test bench fuzz screenshots fmt train

run: build
	go run ./cmd/serve -addr $(ADDR)

build:
	go run ./cmd/bundle -base $(BASE)

test:
	sh .ci/test

bench: build
	@sh .ci/test peers
	go run ./cmd/bench $(if $(DATA),-data $(DATA) -readme README.md)

fuzz:
	FUZZTIME=$(FUZZTIME) FUZZLIMIT=36000 sh .ci/test fuzz

screenshots: build
	cd wasm/journeys && $(NPM) && npm run screenshots

fmt:
	gofmt -w app cmd wasm web

train:
	mkdir -p .cache/train && cp cmd/train/package*.json .cache/train && cd .cache/train && $(NPM)
	sh cmd/train/prose.sh .cache/train/deb
	go run ./cmd/train $(DATA)
