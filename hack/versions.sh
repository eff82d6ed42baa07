#!/usr/bin/env bash
# Usage: hack/versions.sh [slice|atlas] [PART...]
# Tries every case, and the tests of an engine's shelf, of introspection, of tables in use, of locks and of backups, on
# each further version of PostgreSQL and MariaDB (or on the PARTs named), one after another. `slice` is what `make test`
# does: one case in twenty on the newest of each. `atlas` compares what docs/locks.md says of these versions, or writes
# it under DRIFTLESS_BLESS=1. DRIFTLESS_CASE narrows the cases as ever.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"

# try PART: all of it on one version; some tests go through all engines.
try() {
  local part=$1
  local -a tests others
  case $part in
    postgres-*) tests=(cases::on_postgres locks::atlas::of_postgres postgres_shelf) others=(mariadb mysql) ;;
    mariadb-*) tests=(cases::on_mariadb locks::atlas::of_mariadb mysql_shelf::mariadb) others=(postgres mysql) ;;
    *) die "$part is no further version" ;;
  esac
  case $mode in
    slice) tests=("${tests[0]}") others=() ;;
    atlas) tests=("${tests[1]}") others=() ;;
    *)
      tests+=(introspection online)
      # 14 and 16 come without a pg_dump of their own, and take back nothing that a newer one wrote.
      [[ $part == postgres-1[46] ]] || tests+=(backups)
      ;;
  esac
  bash "$PARTS_DIR/install.sh" "$part" "${others[@]}"
  timed "$part: ${tests[*]}" bash "$REPO_DIR/hack/with-parts.sh" "$part" "${others[@]}" -- \
    cargo test --locked --test it -- "${tests[@]}" --nocapture || failed="$failed $part"
}

mode=
case ${1:-} in slice | atlas) mode=$1 && shift ;; esac
if [ "$mode" = slice ]; then
  export DRIFTLESS_SLICE=20
  [ $# -gt 0 ] || set -- postgres-18 mariadb-11
fi
[ $# -gt 0 ] || set -- postgres-14 postgres-16 postgres-17 postgres-18 mariadb-11
cd "$REPO_DIR"
failed=
for part in "$@"; do
  try "$part"
done
[ -z "$failed" ] || die "not as it should be on:$failed"
