# Starts one database server each. A function start_PRODUCT FOLDER PART keeps everything
# below FOLDER, appends to FOLDER/pids and writes FOLDER/env. Durability is
# switched off everywhere: the data lives as long as one test run.
# shellcheck shell=bash

# launch FOLDER NAME SIGNAL COMMAND...: runs COMMAND in the background in a
# session of its own, its output in FOLDER/NAME.log; sets LAUNCHED to its pid.
# The server holds none of our descriptors: a pipe that a caller reads to its
# end must not stay open because of it.
launch() {
  local folder=$1 name=$2 signal=$3
  shift 3
  setsid "$@" </dev/null >"$folder/$name.log" 2>&1 &
  LAUNCHED=$!
  printf '%s %s\n' "$LAUNCHED" "$signal" >>"$folder/pids"
}

# setup FOLDER WHAT COMMAND...: a step before the server, its output in
# FOLDER/setup.log.
setup() {
  local folder=$1 what=$2
  shift 2
  "$@" >>"$folder/setup.log" 2>&1 || die "$what failed"
}

# find_server_user: sets AS_USER to the words that run a command as another
# user when we are root, which PostgreSQL refuses to run as; else to none.
# setpriv replaces itself by the command, so a pid stays the command's.
find_server_user() {
  local user=postgres
  AS_USER=()
  [ "$(id -u)" -eq 0 ] || return 0
  id -u "$user" >/dev/null 2>&1 || user=nobody
  AS_USER=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups --)
}

start_postgres() {
  local dir=$1 part=$2 bin clients port password answer
  bin=$(server_bin "$part") && clients=$(client_bin "$part") && [ -x "$bin/postgres" ] && [ -x "$clients/psql" ] ||
    die "its PostgreSQL is not installed: hack/parts/install.sh $part"
  port=$(pick_port)
  password=$(random_word)
  mkdir "$dir/data"
  printf '%s\n' "$password" >"$dir/password"
  find_server_user
  chown "$("${AS_USER[@]}" id -u)" "$dir/data" "$dir/password"
  chmod 700 "$dir/data"
  chmod 600 "$dir/password"
  cd "$dir"
  setup "$dir" initdb "${AS_USER[@]}" "$bin/initdb" --no-sync --username=postgres \
    --pwfile="$dir/password" --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 -D "$dir/data"
  # QUIT is PostgreSQL's immediate shutdown, which still gives back its shared
  # memory; KILL would not.
  launch "$dir" postgres QUIT "${AS_USER[@]}" "$bin/postgres" -D "$dir/data" -h 127.0.0.1 -p "$port" \
    -k '' -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200
  export PGPASSWORD=$password PGCONNECT_TIMEOUT=2
  wait_until 60 "$LAUNCHED" "$clients/psql" -qXAt -h 127.0.0.1 -p "$port" -U postgres -d postgres -c 'SELECT 1' ||
    die "the PostgreSQL server does not answer"
  answer=$("$clients/psql" -qXAt -h 127.0.0.1 -p "$port" -U postgres -d postgres -c 'SHOW data_directory')
  [ "$answer" = "$dir/data" ] || die "another PostgreSQL server answers on port $port"
  {
    echo "export DRIFTLESS_TEST_POSTGRES_URL='postgres://postgres:$password@127.0.0.1:$port'"
    echo "export DRIFTLESS_TEST_POSTGRES_BIN='$clients'"
  } >"$dir/env"
}

# as_account: the option both MySQL and MariaDB ask for before they run as root.
as_account() { [ "$(id -u)" -ne 0 ] || echo --user=root; }

# admin_sql PASSWORD: what the server runs at its start. No other account may
# log in afterwards.
admin_sql() {
  cat <<SQL
CREATE USER 'admin'@'%' IDENTIFIED BY '$1';
GRANT ALL PRIVILEGES ON *.* TO 'admin'@'%' WITH GRANT OPTION;
DROP USER IF EXISTS 'root'@'localhost';
SQL
}

# bootstrap_mariadb SHARE: what mariadb-install-db feeds to the server, without
# that script's search for installed files.
bootstrap_mariadb() {
  # One statement a line is all that a bootstrap understands.
  printf '%s;\n' 'CREATE DATABASE mysql' 'CREATE DATABASE sys' 'USE mysql' \
    'SET @auth_root_socket=NULL' 'SET @skip_auth_anonymous=1'
  local name
  # 11 calls them after itself.
  for name in system_tables performance_tables system_tables_data; do
    cat "$1"/{mysql,mariadb}_"$name".sql 2>/dev/null || true
  done
  cat "$1"/maria_add_gis_sp_bootstrap.sql
  cat "$1"/{mysql,mariadb}_sys_schema.sql 2>/dev/null || true
}

start_mariadb() {
  local dir=$1 part=$2 root bin share port password
  local -a own=()
  root=$(mariadb_root "$part")
  bin=$root/bin
  [ -x "$bin/mariadbd" ] || die "its MariaDB is not installed: hack/parts/install.sh $part"
  share=$root/usr/share/mysql
  [ -d "$share" ] || share=$root/usr/share/mariadb
  # 10.11 would begin with latin1; later ones keep the defaults they come with.
  [ "$part" != mariadb ] || own=(--character-set-server=utf8mb4 --collation-server=utf8mb4_general_ci)
  port=$(pick_port)
  password=$(random_word)
  mkdir "$dir/data"
  (umask 077 && admin_sql "$password" >"$dir/admin.sql")
  bootstrap_mariadb "$share" >"$dir/bootstrap.sql"
  # shellcheck disable=SC2046 # no word at all when not root
  local -a base=("$bin/mariadbd" --no-defaults $(as_account) "--basedir=$root/usr"
    "--datadir=$dir/data" "--lc-messages-dir=$share" "--character-sets-dir=$share/charsets"
    "--plugin-dir=$root/usr/lib/mysql/plugin" "--tmpdir=$dir"
    --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --debug-no-sync=ON
    --sync-frm=OFF --innodb-doublewrite=OFF --innodb-log-file-size=48M --innodb-buffer-pool-size=256M
    --skip-log-bin "${own[@]}")
  setup "$dir" "MariaDB's bootstrap" "${base[@]}" --bootstrap --max-allowed-packet=8M \
    --net-buffer-length=16K <"$dir/bootstrap.sql"
  launch "$dir" mariadb KILL "${base[@]}" --bind-address=127.0.0.1 "--port=$port" \
    "--socket=$dir/s" --pid-file="$dir/pid" --skip-name-resolve --max-connections=300 \
    "--init-file=$dir/admin.sql"
  check_mysql_family MariaDB "$bin/mariadb" "$dir" "$port" "$password"
  {
    echo "export DRIFTLESS_TEST_MARIADB_URL='mysql://admin:$password@127.0.0.1:$port'"
    echo "export DRIFTLESS_TEST_MARIADB_BIN='$bin'"
  } >"$dir/env"
}

start_mysql() {
  local dir=$1 port password share=$MYSQL_ROOT/usr/share/mysql
  [ -x "$MYSQL_BIN/mysqld" ] || die "MySQL is not installed: hack/parts/install.sh mysql"
  port=$(pick_port)
  password=$(random_word)
  mkdir "$dir/data"
  (umask 077 && admin_sql "$password" >"$dir/admin.sql")
  # shellcheck disable=SC2046 # no word at all when not root
  local -a base=("$MYSQL_BIN/mysqld" --no-defaults $(as_account) "--basedir=$MYSQL_ROOT/usr"
    "--datadir=$dir/data" "--lc-messages-dir=$share" "--character-sets-dir=$share/charsets"
    "--plugin-dir=$MYSQL_ROOT/usr/lib/mysql/plugin" "--tmpdir=$dir" --secure-file-priv=NULL
    --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync --innodb-doublewrite=OFF
    --innodb-redo-log-capacity=64M --innodb-buffer-pool-size=256M
    --character-set-server=utf8mb4 --skip-log-bin --mysqlx=OFF)
  setup "$dir" "mysqld --initialize-insecure" "${base[@]}" --initialize-insecure
  launch "$dir" mysql KILL "${base[@]}" --bind-address=127.0.0.1 "--port=$port" \
    "--socket=$dir/s" --pid-file="$dir/pid" --skip-name-resolve --max-connections=300 \
    "--init-file=$dir/admin.sql"
  check_mysql_family MySQL "$MYSQL_BIN/mysql" "$dir" "$port" "$password"
  {
    echo "export DRIFTLESS_TEST_MYSQL_URL='mysql://admin:$password@127.0.0.1:$port'"
    echo "export DRIFTLESS_TEST_MYSQL_BIN='$MYSQL_BIN'"
  } >"$dir/env"
}

# check_mysql_family NAME CLIENT FOLDER PORT PASSWORD: waits for the server and
# makes sure it is the one started in FOLDER.
check_mysql_family() {
  local name=$1 client=$2 dir=$3 port=$4 answer
  export MYSQL_PWD=$5
  local -a ask=("$client" --no-defaults --protocol=TCP -h 127.0.0.1 -P "$port" -u admin
    --connect-timeout=2 -NBe 'SELECT @@datadir')
  wait_until 90 "$LAUNCHED" "${ask[@]}" || die "the $name server does not answer"
  answer=$("${ask[@]}")
  [ "${answer%/}" = "$dir/data" ] || die "another server answers on port $port, not this $name"
}
