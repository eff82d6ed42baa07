#!/usr/bin/env bash
# Usage: hack/with-parts.sh PART... -- COMMAND...
# Runs COMMAND with real parts (postgres or another version as postgres-18, mariadb,
# mysql, kube) on free loopback ports, tells it where they are through the environment, stops and removes them
# afterwards, and returns COMMAND's exit code. See hack/parts/README.md.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"

# scratch_base: a folder for the data: short, since the path of a socket may
# have 107 bytes, and open to the user PostgreSQL runs as.
scratch_base() {
  local base=${TMPDIR:-/tmp}
  base=${base%/}
  if [ "${#base}" -gt 50 ] || [ ! -w "$base" ] ||
    { [ "$(id -u)" -eq 0 ] && ! setpriv --reuid nobody --clear-groups -- test -x "$base"; }; then
    base=/tmp
  fi
  printf '%s\n' "$base"
}

# stop_parts: also runs when we are ended by a signal.
stop_parts() {
  local rc=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "$child" ] && is_alive "$child"; then kill -s TERM "$child" 2>/dev/null || true; fi
  bash "$PARTS_DIR/down.sh" "$DIR" || say "could not stop everything in $DIR"
  exit "$rc"
}

# watch_over PID: stops the parts when PID is gone without having done so
# itself, as after a KILL.
watch_over() {
  while is_alive "$1" && [ -d "$DIR" ]; do sleep 1; done
  bash "$PARTS_DIR/down.sh" "$DIR"
}

parts=()
while [ $# -gt 0 ] && [ "$1" != -- ]; do
  parts+=("$1")
  shift
done
[ "${#parts[@]}" -gt 0 ] && [ $# -gt 1 ] ||
  die "usage: hack/with-parts.sh PART... -- COMMAND...  (postgres, mariadb, mysql, kube; versions: hack/parts/README.md)"
shift

child=
DIR=$(mktemp -d "$(scratch_base)/driftless.XXXXXX")
chmod 711 "$DIR"
trap stop_parts EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
export -f watch_over is_alive
export DIR PARTS_DIR
setsid bash -c 'watch_over "$1"' watch "$$" </dev/null >/dev/null 2>&1 &

timed "start ${parts[*]}" bash "$PARTS_DIR/up.sh" "$DIR" "${parts[@]}"
source "$DIR/env.sh"
for bin in "${DRIFTLESS_TEST_POSTGRES_BIN:-}" "${DRIFTLESS_TEST_MARIADB_BIN:-}" \
  "${DRIFTLESS_TEST_MYSQL_BIN:-}" "${DRIFTLESS_TEST_KUBECTL:+$(dirname "$DRIFTLESS_TEST_KUBECTL")}"; do
  [ -z "$bin" ] || PATH=$bin:$PATH
done
export PATH

# In the background and waited for, so that a signal is acted upon at once.
(unset DIR PARTS_DIR && exec "$@") <&0 &
child=$!
rc=0
wait "$child" || rc=$?
child=
exit "$rc"
