#!/usr/bin/env bash
# Usage: hack/demo.sh
# Shows the main job: on SQLite in a real cluster, then on PostgreSQL where it
# can be had; without a control plane on a SQLite file alone. Every stage is
# checked; exit code 1 names the one that is not as it should be.
# KEEP=1 leaves everything running. DEMO=local skips the cluster, DEMO=sqlite
# skips PostgreSQL.
source "$(dirname "${BASH_SOURCE[0]}")/parts/lib.sh"
source "$PARTS_DIR/paths.sh"
source "$PARTS_DIR/start-databases.sh"
source "$REPO_DIR/hack/demo/lib.sh"

DEMO=${DEMO:-all}
DRIFTLESS=$REPO_DIR/target/debug/driftless
SQLITE=$REPO_DIR/target/debug/examples/sqlite
DIR=

finish() {
  local rc=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [ -n "$DIR" ] && { [ -z "${KEEP:-}" ] || [ "$rc" -ne 0 ]; }; then
    bash "$PARTS_DIR/down.sh" "$DIR" || say "could not stop everything in $DIR"
  fi
  exit "$rc"
}

build() {
  need cargo "to build; install Rust (rustup) or put its folder on PATH"
  (cd "$REPO_DIR" && timed "build driftless" cargo build --locked --quiet --bin driftless --example sqlite) ||
    die "the program does not build"
  if [ -n "${CARGO_TARGET_DIR:-}" ]; then
    DRIFTLESS=$CARGO_TARGET_DIR/debug/driftless SQLITE=$CARGO_TARGET_DIR/debug/examples/sqlite
  fi
}

# get_cluster: whether a control plane runs; says in a line why not.
get_cluster() {
  [ "$DEMO" != local ] || { say "no cluster was asked for: the same story on a SQLite file"; return 1; }
  if [ -z "${KUBEBUILDER_ASSETS:-}" ] && ! command -v go >/dev/null 2>&1; then
    say "no control plane can be had (no go, no KUBEBUILDER_ASSETS): the same story on a SQLite file"
    return 1
  fi
  bash "$PARTS_DIR/install.sh" kube && timed "start kube" bash "$PARTS_DIR/up.sh" "$DIR" kube && return 0
  say "no control plane can be had (see above): the same story on a SQLite file"
  return 1
}

# get_postgres: whether PostgreSQL runs, with a database and a Secret for it.
get_postgres() {
  local address
  [ "$DEMO" != sqlite ] || return 1
  if ! bash "$PARTS_DIR/install.sh" postgres || ! bash "$PARTS_DIR/up.sh" "$DIR" postgres; then
    say "PostgreSQL can not be had here (see above): the story ends with SQLite"
    return 1
  fi
  source "$DIR/env.sh"
  address=${DRIFTLESS_TEST_POSTGRES_URL##*@}
  PASSWORD=$(random_word)
  psql_as "$DRIFTLESS_TEST_POSTGRES_URL/postgres" "CREATE ROLE shop LOGIN CREATEDB PASSWORD '$PASSWORD'" >/dev/null
  psql_as "$DRIFTLESS_TEST_POSTGRES_URL/postgres" 'CREATE DATABASE shop OWNER shop' >/dev/null
  SHOP_URL=postgres://shop:$PASSWORD@$address/shop
  (
    umask 077
    mkdir -p "$DIR/secret" && cd "$DIR/secret"
    printf '%s' "${address%:*}" >host
    printf '%s' "${address##*:}" >port
    printf shop >username
    printf shop >dbname
    printf '%s' "$PASSWORD" >password
  )
  kube create secret generic shop-db --from-file="$DIR/secret" >/dev/null || wrong "the Secret was not taken"
}

# psql_as URL SQL: the URL goes through the environment of psql, where no list
# of processes shows it.
psql_as() {
  local rest=${1#*://} login
  login=${rest%%@*}
  rest=${rest#*@}
  PGUSER=${login%%:*} PGPASSWORD=${login#*:} PGHOST=${rest%%:*} PGCONNECT_TIMEOUT=5 \
    PGPORT=$(printf '%s' "${rest#*:}" | cut -d/ -f1) PGDATABASE=${rest##*/} \
    "$DRIFTLESS_TEST_POSTGRES_BIN/psql" -qXAt -v ON_ERROR_STOP=1 -c "$2"
}

on_sqlite() {
  ENGINE=SQLite NAME=shop
  sql() { sqlite "$1"; }
  columns() { sqlite "SELECT group_concat(name, ' ') FROM pragma_table_info('$1')"; }
  tell_story "$REPO_DIR/hack/demo/sqlite"
}

on_postgres() {
  ENGINE=PostgreSQL NAME=shop-postgres
  sql() { psql_as "$SHOP_URL" "$1"; }
  columns() {
    sql "SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute
      WHERE attrelid = 'public.$1'::regclass AND attnum > 0 AND NOT attisdropped"
  }
  tell_story "$REPO_DIR/hack/demo/postgres"
}

# backup_holds_phones: a file of a backup taken in this story has the numbers
# that were dropped from the database.
backup_holds_phones() {
  local file text
  while IFS= read -r -d '' file; do
    case $file in
      *.gz) text=$(gzip -dc "$file") ;;
      *.dump) text=$(pg_restore -f - "$file") ;;
      *.sqlite) text=$("$SQLITE" "$file" 'SELECT phone FROM customers') ;;
      *) text=$(cat "$file") ;;
    esac
    case $text in
      *'+31 3'*)
        right "the backup holds the phone numbers: ${file#"$DIR/"}"
        return 0
        ;;
    esac
  done < <(find "$DIR/backups" -type f -newer "$DIR/story" -print0)
  wrong "no backup holds the phone numbers that were dropped"
}

DIR=$(mktemp -d "${TMPDIR:-/tmp}/driftless-demo.XXXXXX")
chmod 711 "$DIR"
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
mkdir -p "$DIR/sqlite" "$DIR/backups"

build
if get_cluster; then
  source "$DIR/env.sh"
  source "$REPO_DIR/hack/demo/cluster.sh"
  prepare_cluster
  on_sqlite
  if get_postgres; then on_postgres; fi
else
  source "$REPO_DIR/hack/demo/local.sh"
  tell_story
fi
printf '\n%sAll stages were as they should be (%d s).%s\n' "$BOLD" "$SECONDS" "$RESET"
if [ -n "${KEEP:-}" ]; then
  say "left running, with its data in $DIR"
  [ -z "${KUBECONFIG:-}" ] || say "  export KUBECONFIG=$KUBECONFIG; kubectl --namespace demo get dbs"
  say "  stop it with: bash hack/parts/down.sh $DIR"
fi
