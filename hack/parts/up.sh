#!/usr/bin/env bash
# Usage: hack/parts/up.sh FOLDER PART...
# Starts installed parts at the same time, each on free loopback ports with its
# data below FOLDER, and writes FOLDER/env.sh with what a client needs. Stop
# them with hack/parts/down.sh FOLDER. See README.md.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$PARTS_DIR/paths.sh"
source "$PARTS_DIR/start-databases.sh"
source "$PARTS_DIR/start-kube.sh"

# start_part PART: two more tries, since another process may take a port
# between picking and using it.
start_part() {
  local part=$1 attempt
  for attempt in 1 2 3; do
    mkdir -p "$DIR/$part"
    # Not as a condition: that would switch errexit off inside.
    set +e
    (
      set -e
      "start_${part%%-*}" "$DIR/$part" "$part"
    )
    local rc=$?
    set -e
    [ "$rc" -ne 0 ] || return 0
    say "starting $part failed (attempt $attempt); the end of its log:"
    tail -qn 15 "$DIR/$part"/*.log >&2 || true
    bash "$PARTS_DIR/down.sh" "$DIR" "$part"
  done
  say "error: the part $part does not start"
  return 1
}

[ $# -gt 1 ] || die "usage: hack/parts/up.sh FOLDER PART...  (${SERVERS[*]})"
mkdir -p "$1"
DIR=$(cd "$1" && pwd)
shift
declare -A starting=() versions=()
# Nothing is started before all of it is known to fit together.
for part in "$@"; do
  is_server "$part" || die "no such part: $part (${SERVERS[*]})"
  other=${versions[${part%%-*}]:-$part}
  [ "$other" = "$part" ] || die "$part and $other would set the same variables"
  versions[${part%%-*}]=$part
done
for part in "$@"; do
  [ -z "${starting[$part]:-}" ] || continue
  start_part "$part" </dev/null &
  starting[$part]=$!
done
failed=
for part in "${!starting[@]}"; do
  wait "${starting[$part]}" || failed="$failed $part"
done
[ -z "$failed" ] || die "not started:$failed"
umask 077
for part in "${!starting[@]}"; do
  cat "$DIR/$part/env"
done >"$DIR/env.sh"
