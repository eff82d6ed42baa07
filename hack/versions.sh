#!/usr/bin/env bash
# Usage: hack/versions.sh [slice] [PART...]
# Tries every case, and the tests of an engine's shelf, of introspection, of tables in use and of backups, on each
# further version of PostgreSQL and MariaDB (or on the PARTs named), one after another. `slice` is what `make test`
# does: one case in twenty on the newest of each. DRIFTLESS_CASE narrows the cases as ever.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"

# try PART: all of it on one version; some tests go through all engines.
try() {
  local part=$1
  local -a tests others
  case $part in
    postgres-*) tests=(cases::on_postgres postgres_shelf) others=(mariadb mysql) ;;
    mariadb-*) tests=(cases::on_mariadb mysql_shelf::mariadb) others=(postgres mysql) ;;
    *) die "$part is no further version" ;;
  esac
  if [ -n "$slice" ]; then
    tests=("${tests[0]}") others=()
  else
    tests+=(introspection online)
    # 14 and 16 come without a pg_dump of their own, and take back nothing that a newer one wrote.
    [[ $part == postgres-1[46] ]] || tests+=(backups)
  fi
  bash "$PARTS_DIR/install.sh" "$part" "${others[@]}"
  timed "$part: ${tests[*]}" bash "$REPO_DIR/hack/with-parts.sh" "$part" "${others[@]}" -- \
    cargo test --locked --test it -- "${tests[@]}" --nocapture || failed="$failed $part"
}

slice=
if [ "${1:-}" = slice ]; then
  slice=20
  export DRIFTLESS_SLICE=$slice
  shift
  [ $# -gt 0 ] || set -- postgres-18 mariadb-11
fi
[ $# -gt 0 ] || set -- postgres-14 postgres-16 postgres-17 postgres-18 mariadb-11
cd "$REPO_DIR"
failed=
for part in "$@"; do
  try "$part"
done
[ -z "$failed" ] || die "not as it should be on:$failed"
