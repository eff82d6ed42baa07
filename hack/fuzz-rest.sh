#!/usr/bin/env bash
# Usage: hack/fuzz-rest.sh [SECONDS]
# Serves a SQLite database and lets a generic fuzzer make up requests from the OpenAPI document that
# is served with it: no request may bring about a 5xx, and every answer must be as described.
# Without SECONDS each endpoint is tried a few times; with SECONDS until they are over.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"
source "$PARTS_DIR/paths.sh"
source "$PARTS_DIR/schemathesis.sh"

PROGRAM=$REPO_DIR/target/debug/driftless
FUZZER=$(schemathesis_bin)
[ -x "$PROGRAM" ] || die "$PROGRAM is missing; run cargo build --locked"
[ -x "$FUZZER" ] || die "the fuzzer is missing; run hack/parts/install.sh schemathesis"

folder=$(mktemp -d "${TMPDIR:-/tmp}/driftless.XXXXXX")
server=
finish() {
  local rc=$?
  trap - EXIT
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$folder"
  exit "$rc"
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

token=$(random_word)$(random_word)
(umask 077 && printf '%s\n' "$token" >"$folder/token")
cd "$folder"
"$PROGRAM" serve --url "sqlite:$folder/fuzz.db" --token-file token --listen 127.0.0.1:0 \
  >listening 2>log &
server=$!
wait_until 20 "$server" grep -q '^listening on ' listening || { cat log >&2; die "the server does not start"; }
url=$(sed -n 's/^listening on //p' listening)

# What stays from one request to the next: some tables to ask for.
curl -fsS "$url/api/advanced-migrations/health" -H "Authorization: Bearer $token" >/dev/null ||
  die "the server does not answer"

bounded=(--phases examples,coverage,fuzzing --max-examples 10 --max-time 50)
[ $# -eq 0 ] || bounded=(--phases examples,coverage,fuzzing,stateful --max-time "$1")
rc=0
"$FUZZER" --config-file "$REPO_DIR/hack/schemathesis.toml" run "$url/openapi.json" \
  --header "Authorization: Bearer $token" --workers 1 --request-timeout 30 --no-color \
  "${bounded[@]}" >report 2>&1 || rc=$?
if [ "$rc" -ne 0 ] || ! kill -0 "$server" 2>/dev/null; then
  cat report >&2
  tail -n 40 log >&2
  die "the fuzzer found something (exit code $rc)"
fi
tail -n 12 report >&2
