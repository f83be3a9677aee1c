# make run   installs what is missing, builds, opens the window on the sample desk
# make test  installs what it needs, runs the headless tests, the race detector, the linter
# make e2e   drives the real window under a virtual screen; make pictures also
#            renews the screenshots of the documentation
# make bench measures speed; make quality prints the quality figures
# make headless builds the command line alone (no cgo)

SHELL := /bin/bash
.DEFAULT_GOAL := build
export LANG := en_US.UTF-8
# An older Go fetches the release that go.mod names.
export GOTOOLCHAIN := auto

WINDOW   := x11,migrated_fynedo
TEST     := ci,migrated_fynedo
LINT_VER := v2.15.0
LINT     := bin/golangci-lint-$(LINT_VER)

.PHONY: build run headless test unit race lint e2e pictures bench quality fuzz cross deps-build deps-e2e clean

build: deps-build
	go build -tags $(WINDOW) -o bin/stet .

run: build
	./bin/stet

headless:
	CGO_ENABLED=0 go build -tags headless -o bin/stet-headless .

test: deps-build unit race lint

# Everything, without cgo, X11 or OpenGL.
unit:
	CGO_ENABLED=0 go test -tags $(TEST) ./...

# The packages with goroutines. The others are pure.
race:
	go test -race -tags $(TEST) ./app/... ./index

lint: $(LINT)
	CGO_ENABLED=0 go vet -tags $(TEST) ./...
	CGO_ENABLED=0 $(LINT) run ./...

$(LINT):
	@mkdir -p bin
	GOFLAGS= GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(LINT_VER)
	@mv bin/golangci-lint $(LINT)

e2e: deps-e2e build
	bash .ci/e2e

# The same, and renews the pictures of the documentation (assets/docs).
pictures: deps-e2e build
	bash .ci/e2e docs

bench:
	CGO_ENABLED=0 go test -tags $(TEST) -run '^$$' -bench . -benchtime 1x ./index ./index/diff ./index/ingest ./claims/extract ./app/workspace ./app/textlayout

# The project's own gold (the tests prove that the printed files are true), the
# speed of reading, and the development sets where
# their folder exists: `make quality DEVSETS=FOLDER`.
DEVSETS ?= $(wildcard ../shared/eval)
quality: headless
	@CGO_ENABLED=0 go test -tags $(TEST) -run 'Quality|Gold|Relations|Retrieval|Acceptance' ./claims/... ./index | grep -v 'no test'
	@for f in $$(find claims index -path '*/testdata/*' -name '*quality*' -o -path '*/retrieval/golden.txt' | sort); do echo; echo "$$f"; cat $$f; done; echo
	@CGO_ENABLED=0 go test -tags $(TEST) -run '^$$' -bench 'Everything|Start' -benchmem ./claims/extract | grep '^Benchmark'
	@$(if $(DEVSETS),python3 .ci/devsets bin/stet-headless $(DEVSETS))

# Every fuzz target for a few seconds, one at a time: `make fuzz FUZZTIME=1m`, or
# of some packages only, as CI does: `make fuzz FUZZPKGS='./index/diff'`.
FUZZTIME ?= 3s
FUZZPKGS ?= $(shell grep -rl --include=*_test.go '^func Fuzz' . | xargs -n1 dirname | sort -u)
fuzz:
	@set -e; log=$$(mktemp); for pkg in $(FUZZPKGS); do \
	  for f in $$(cat $$pkg/*_test.go | grep -o '^func Fuzz[A-Za-z0-9_]*' | cut -c6- | sort -u); do \
	    echo "$$pkg $$f"; CGO_ENABLED=0 go test -tags $(TEST) -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) $$pkg >$$log 2>&1 || { cat $$log; exit 1; }; \
	  done; done; rm -f $$log

# The command line builds for the other systems, and Fyne stays where it is pinned.
cross:
	CGO_ENABLED=0 GOOS=windows go build -tags headless -o /dev/null .
	CGO_ENABLED=0 GOOS=darwin go build -tags headless -o /dev/null .
	@grep -q '^	fyne.io/fyne/v2 v2\.8\.1$$' go.mod || { echo 'go.mod: fyne.io/fyne/v2 must stay at v2.8.1 (newer listings on the proxy go back to 2.7)'; exit 1; }

deps-build:
	@bash .ci/deps build

deps-e2e:
	@bash .ci/deps build e2e

clean:
	rm -rf bin .e2e
