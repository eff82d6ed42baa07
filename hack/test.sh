#!/usr/bin/env bash
# Usage: hack/test.sh
# All that `make test` does, in order; ends at the first thing that fails.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"

ALL_PARTS=(postgres mariadb mysql kube)
STARTED=$SECONDS

# stage NAME COMMAND...: a heading with the seconds since the start.
stage() {
  local name=$1
  shift
  say "=== [$((SECONDS - STARTED)) s] $name"
  "$@" || die "the stage \"$name\" failed (exit code $?) after $((SECONDS - STARTED)) s"
}

cd "$REPO_DIR"
need cargo "to build; install Rust (rustup) or put its folder on PATH"
need cc "to link; install a C compiler (Debian: gcc and libc6-dev)"
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-auto}

stage "formatting" cargo fmt --check
stage "lints" cargo clippy --locked --all-targets -- -D warnings
stage "dependencies" bash hack/deny.sh --if-built
stage "real parts: ${ALL_PARTS[*]}" bash hack/parts/install.sh "${ALL_PARTS[@]}"
stage "build" cargo build --locked
stage "tests against the real parts" \
  bash hack/with-parts.sh "${ALL_PARTS[@]}" -- cargo test --locked
stage "a slice of the cases on other versions" bash hack/versions.sh slice
stage "the fuzzer" bash hack/parts/install.sh schemathesis
stage "made-up requests to the REST API" bash hack/fuzz-rest.sh
say "=== [$((SECONDS - STARTED)) s] all passed"
