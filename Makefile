# Every recipe is one script or cargo command; `bash` is named so that nothing
# hangs on executable bits.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help build fmt lint deny generate bless lock-atlas test versions campaign bench fuzz demo parts

# Puts cargo and go on PATH where a bare environment lacks them.
ENV := source hack/parts/lib.sh &&
PARTS := postgres mariadb mysql kube

help: ## List the targets
	@sed -n 's/^\([a-z-]*\): ## \(.*\)/  make \1|\2/p' Makefile | column -t -s'|' 2>/dev/null || \
	  sed -n 's/^\([a-z-]*\): ## \(.*\)/  make \1  \2/p' Makefile

build: ## Build the program
	@$(ENV) cargo build --locked

fmt: ## Format the code
	@$(ENV) cargo fmt

lint: ## Check formatting and lints
	@$(ENV) cargo fmt --check && cargo clippy --locked --all-targets -- -D warnings

deny: ## Check the dependencies' licences, sources and duplicates
	@bash hack/deny.sh

generate: ## Write the CRDs and the REST API's description from the Rust types
	@$(ENV) cargo run --quiet --locked -- crd --write crds
	@$(ENV) cargo run --quiet --locked -- openapi --write docs/openapi.json
	@cp crds/*.yaml config/crd/ && cp crds/*.yaml charts/driftless/files/

bless: ## Rewrite the cases' expected results; read the diff before committing
	@$(ENV) bash hack/parts/install.sh $(PARTS) && \
	  DRIFTLESS_BLESS=1 bash hack/with-parts.sh $(PARTS) -- cargo test --locked --test it cases

lock-atlas: ## Ask the servers of every version for locks and work of each statement; writes docs/locks.md
	@$(ENV) bash hack/parts/install.sh postgres mariadb mysql && export DRIFTLESS_BLESS=1 && \
	  bash hack/with-parts.sh postgres mariadb mysql -- cargo test --locked --test it locks::atlas && \
	  bash hack/versions.sh atlas

test: ## Check and test everything against real databases and a real cluster
	@bash hack/test.sh

versions: ## Try every case and the shelves on the other versions that are supported
	@bash hack/versions.sh

campaign: ## Take every case and release, interrupted after each step, and 1,000 generated pairs through every invariant
	@$(ENV) bash hack/parts/install.sh postgres mariadb mysql && \
	  DRIFTLESS_CAMPAIGN=1 bash hack/with-parts.sh postgres mariadb mysql -- \
	  cargo test --locked --test it -- cases campaign releases

fuzz: ## Let a generic fuzzer loose on the REST API; SECONDS=600 says how long
	@$(ENV) bash hack/parts/install.sh schemathesis && cargo build --locked && \
	  bash hack/fuzz-rest.sh "$(or $(SECONDS),600)"

demo: ## Show the operator at work; KEEP=1 leaves everything running
	@KEEP="$(KEEP)" bash hack/demo.sh

bench: ## Measure reading and comparing beside the engines' own tools
	@$(ENV) bash hack/parts/install.sh postgres mariadb mysql && \
	  bash hack/with-parts.sh postgres mariadb mysql -- cargo bench --locked --bench schema

parts: ## Install the databases and the control plane the tests use
	@bash hack/parts/install.sh $(PARTS)
