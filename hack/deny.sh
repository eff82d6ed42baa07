#!/usr/bin/env bash
# Usage: hack/deny.sh [--if-built]
# Checks duplicates, licences and sources of the dependencies (deny.toml).
# cargo-deny is built once into the cache of the parts. That takes longer than
# the rest of `make test` needs to build, and what it says changes only with
# Cargo.lock: with --if-built, which `make test` uses, a check whose tool was
# never built is left to `make deny`, and that is said.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"

VERSION=0.20.2
ROOT=$(cache_dir)/cargo-deny-$VERSION

build_deny() {
  local lock
  exec {lock}>"$ROOT.lock"
  flock -w 1800 "$lock" || die "another process has been building cargo-deny for half an hour"
  [ -x "$ROOT/bin/cargo-deny" ] || nice -n 10 cargo install --quiet --locked cargo-deny --version "$VERSION" --root "$ROOT" ||
    die "cargo-deny $VERSION does not build"
  exec {lock}>&-
}

need cargo "to read the dependencies"
if [ ! -x "$ROOT/bin/cargo-deny" ]; then
  if [ "${1:-}" = --if-built ]; then
    say "not checked: duplicates, licences and sources (make deny builds the tool for that, once)"
    exit 0
  fi
  need flock "to keep two builds apart"
  timed "build cargo-deny $VERSION" build_deny
fi
cd "$REPO_DIR"
"$ROOT/bin/cargo-deny" --locked check --hide-inclusion-graph bans licenses sources
