# Where each part's programs are: the one place install.sh and up.sh agree on.
# shellcheck shell=bash disable=SC2034

KUBE_VERSION=1.36.3
POSTGRES_MAJOR=15
MARIADB_SUITE=bookworm
MYSQL_SUITE=sid
# Part of the folders' names: raise it when deb.sh or what install.sh unpacks
# changes. A folder that servers may be running from is never rebuilt in place.
DEB_RECIPE=1

CACHE=$(cache_dir)
MARIADB_ROOT=$CACHE/mariadb-$MARIADB_SUITE-$DEB_RECIPE
MYSQL_ROOT=$CACHE/mysql-$MYSQL_SUITE-$DEB_RECIPE
MARIADB_BIN=$MARIADB_ROOT/bin
MYSQL_BIN=$MYSQL_ROOT/bin

# has_postgres FOLDER: whether FOLDER is a whole PostgreSQL 15: server, initdb,
# pg_ctl and clients.
has_postgres() {
  local tool
  for tool in postgres initdb pg_ctl psql pg_dump; do
    [ -x "$1/$tool" ] || return 1
  done
  [[ "$("$1/postgres" --version 2>/dev/null)" == *" $POSTGRES_MAJOR."* ]]
}

# postgres_bin: prints the folder of a whole PostgreSQL 15.
postgres_bin() {
  local dir
  for dir in "/usr/lib/postgresql/$POSTGRES_MAJOR/bin" \
    "/usr/local/pgsql/bin" "/opt/postgresql/$POSTGRES_MAJOR/bin"; do
    if has_postgres "$dir"; then
      printf '%s\n' "$dir"
      return 0
    fi
  done
  return 1
}

# kube_bin: prints the folder with etcd, kube-apiserver and kubectl.
# KUBEBUILDER_ASSETS, when set, is taken instead of what is built.
kube_bin() {
  if [ -n "${KUBEBUILDER_ASSETS:-}" ]; then
    printf '%s\n' "$KUBEBUILDER_ASSETS"
  else
    printf '%s\n' "$CACHE/kube-$KUBE_VERSION/bin"
  fi
}
