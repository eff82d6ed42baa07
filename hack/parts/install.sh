#!/usr/bin/env bash
# Usage: hack/parts/install.sh PART...
# Installs parts: those that up.sh starts, and schemathesis. What is there already is left alone,
# so a second run takes no time. See README.md.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
source "$PARTS_DIR/deb.sh"
source "$PARTS_DIR/paths.sh"
source "$PARTS_DIR/postgres.sh"
source "$PARTS_DIR/schemathesis.sh"

# recipe FILE...: a word that changes when one of the files does, so that a
# changed pin is not mistaken for what is built.
recipe() { cat "$@" | cksum | tr ' ' '-'; }

# as_root COMMAND...: directly, or through sudo that asks nothing.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo -n "$@"
  else
    say "not root and no sudo: cannot run $1"
    return 1
  fi
}

system_apt() {
  as_root env DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -y -q \
    -oAcquire::Retries=3 -oDPkg::Lock::Timeout=120 "$@" </dev/null
}

# install_mariadb PART
install_mariadb() {
  local root suite tool
  root=$(mariadb_root "$1")
  suite=$(mariadb_suite "$1")
  [ -e "$root/.complete" ] && return 0
  unpack_debs "$suite" "$root" mariadb-server-core mariadb-client
  write_wrapper "$root" usr/sbin/mariadbd "$root/bin/mariadbd"
  for tool in mariadb mariadb-dump mariadb-admin; do
    write_wrapper "$root" "usr/bin/$tool" "$root/bin/$tool"
  done
  "$root/bin/mariadbd" --no-defaults --version >&2 || die "the unpacked mariadbd does not run"
  touch "$root/.complete"
}

install_mysql() {
  local tool
  [ -e "$MYSQL_ROOT/.complete" ] && return 0
  unpack_debs "$MYSQL_SUITE" "$MYSQL_ROOT" mysql-server-core mysql-client
  write_wrapper "$MYSQL_ROOT" usr/sbin/mysqld "$MYSQL_BIN/mysqld"
  for tool in mysql mysqldump mysqladmin; do
    write_wrapper "$MYSQL_ROOT" "usr/bin/$tool" "$MYSQL_BIN/$tool"
  done
  "$MYSQL_BIN/mysqld" --no-defaults --version >&2 || die "the unpacked mysqld does not run"
  touch "$MYSQL_ROOT/.complete"
}

# go_build MODULE OUTPUT LDFLAGS PACKAGE: with no look at the repository's
# version control, which fails when another user owns the folder.
go_build() {
  (cd "$PARTS_DIR/$1" && CGO_ENABLED=0 GOWORK=off GOFLAGS=-mod=readonly retry 3 \
    nice -n 10 go build -buildvcs=false -trimpath -ldflags "$3" -o "$2.part" "$4") || die "go could not build $4"
  mv "$2.part" "$2"
}

install_kube() {
  local bin recipe version=k8s.io/component-base/version flags tool
  need openssl "to make the control plane's service account key"
  bin=$(kube_bin)
  if [ -n "${KUBEBUILDER_ASSETS:-}" ]; then
    for tool in etcd kube-apiserver kubectl; do
      [ -x "$bin/$tool" ] || die "KUBEBUILDER_ASSETS=$bin has no $tool"
    done
    return 0
  fi
  recipe=$(recipe "$PARTS_DIR"/{controlplane,etcd}/go.{mod,sum} "$PARTS_DIR/controlplane/kubectl/main.go")
  [ "$(cat "$bin/.complete" 2>/dev/null)" = "$recipe" ] && return 0
  need go "to build a control plane; or name a folder with etcd, kube-apiserver and kubectl in KUBEBUILDER_ASSETS"
  mkdir -p "$bin"
  flags="-s -w -X $version.gitVersion=v$KUBE_VERSION -X $version.gitMajor=1 -X $version.gitMinor=${KUBE_VERSION:2:2}"
  timed "build etcd" go_build etcd "$bin/etcd" "-s -w" go.etcd.io/etcd/server/v3
  timed "build kube-apiserver" \
    go_build controlplane "$bin/kube-apiserver" "$flags" k8s.io/kubernetes/cmd/kube-apiserver
  timed "build kube-controller-manager" \
    go_build controlplane "$bin/kube-controller-manager" "$flags" k8s.io/kubernetes/cmd/kube-controller-manager
  timed "build kubectl" go_build controlplane "$bin/kubectl" "$flags" ./kubectl
  printf '%s\n' "$recipe" >"$bin/.complete"
}

# install_one PART: with a lock, since two checkouts may share the cache.
install_one() {
  local lock
  exec {lock}>"$CACHE/$1.lock"
  flock -w 1800 "$lock" || die "another process has been installing $1 for half an hour"
  "install_${1%%-*}" "$1"
  exec {lock}>&-
}

[ $# -gt 0 ] || die "usage: hack/parts/install.sh PART...  (${SERVERS[*]} schemathesis)"
need flock "to keep two installs apart"
for part in "$@"; do
  is_server "$part" || [ "$part" = schemathesis ] || die "no such part: $part (${SERVERS[*]} schemathesis)"
  timed "install $part" install_one "$part" || die "the part $part cannot be had; the lines above say why"
done
