# Gets Debian packages without installing them: downloads a package with all
# it depends on and unpacks everything into one folder, whose programs then run
# through that folder's own loader. Needs no root, leaves the system's package
# database alone, and works for a newer suite than the system's.
# shellcheck shell=bash

# debian_repo: prints the address of the Debian archive this machine is
# configured to use, whatever format its sources are written in.
debian_repo() {
  local all found
  # shellcheck disable=SC2016 # apt fills these in, not the shell
  all=$(apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' 2>/dev/null) || all=
  found=$(grep -m 1 -E '^[^ ]+/debian/?( |$)' <<<"$all") ||
    found=$(grep -m 1 -E ' Debian$' <<<"$all") ||
    die "no Debian archive among this machine's apt sources"
  printf '%s\n' "${found%% *}"
}

# debian_keyring: prints the apt option naming the archive's keys, if present.
debian_keyring() {
  local file
  for file in /usr/share/keyrings/debian-archive-keyring.{gpg,pgp}; do
    if [ -r "$file" ]; then
      printf '[signed-by=%s] ' "$file"
      return 0
    fi
  done
}

# own_apt FOLDER ARGUMENT...: apt-get with its whole state in FOLDER.
own_apt() {
  local dir=$1
  shift
  DEBIAN_FRONTEND=noninteractive LC_ALL=C apt-get -y -q \
    -oDir::Etc::SourceList="$dir/sources.list" -oDir::Etc::SourceParts=/dev/null \
    -oDir::Etc::Preferences=/dev/null -oDir::Etc::PreferencesParts=/dev/null \
    -oDir::State="$dir/state" -oDir::State::Lists="$dir/lists" \
    -oDir::State::status="$dir/status" -oDir::Cache="$dir/cache" -oDir::Log="$dir/log" \
    -oAPT::Sandbox::User=root -oAPT::Install-Recommends=false -oAcquire::Retries=3 \
    -oAcquire::Languages=none "$@"
}

# taken_for_installed PACKAGE: an entry of a status file.
taken_for_installed() {
  printf 'Package: %s\nStatus: install ok installed\nMulti-Arch: foreign\nArchitecture: %s\nVersion: 9:99999\n' \
    "$1" "$(dpkg --print-architecture)"
  printf 'Maintainer: none\nDescription: not needed\n\n'
}

# unpack_debs SUITE FOLDER PACKAGE...: fills FOLDER from SUITE of the machine's
# Debian archive. A PACKAGE- with a dash at its end is left out, and with it all
# that only it needs.
unpack_debs() {
  local suite=$1 root=$2 apt uri deb package
  local -a wanted=()
  shift 2
  need dpkg-deb "to unpack Debian packages"
  need apt-get "to fetch Debian packages"
  uri=$(debian_repo) || exit 1
  apt=$root.apt
  rm -rf "$apt" "$root"
  mkdir -p "$root" "$apt"/{state,lists/partial,cache/archives/partial,log}
  : >"$apt/status"
  for package in "$@"; do
    case $package in
      *-) taken_for_installed "${package%-}" >>"$apt/status" ;;
      *) wanted+=("$package") ;;
    esac
  done
  printf 'deb %s%s %s main\n' "$(debian_keyring)" "$uri" "$suite" >"$apt/sources.list"
  retry 3 own_apt "$apt" update >"$apt/apt.log" 2>&1 ||
    { tail -n 15 "$apt/apt.log" >&2; die "apt-get update of suite $suite failed"; }
  retry 3 own_apt "$apt" --download-only install "${wanted[@]}" >>"$apt/apt.log" 2>&1 ||
    { tail -n 15 "$apt/apt.log" >&2; die "apt-get could not download ${wanted[*]} from suite $suite"; }
  for deb in "$apt"/cache/archives/*.deb; do
    dpkg-deb -x "$deb" "$root" || die "dpkg-deb could not unpack $(basename "$deb")"
  done
  rm -rf "$apt"
}

# write_wrapper ROOT PROGRAM WRAPPER: a script that runs ROOT/PROGRAM with
# ROOT's own loader and libraries.
write_wrapper() {
  local root=$1 program=$2 wrapper=$3 loader libs
  [ -x "$root/$program" ] || die "the unpacked packages have no $program"
  loader=$(find "$root" -name 'ld-linux-*.so.*' -print -quit)
  [ -n "$loader" ] || die "the unpacked packages have no loader"
  libs=$(find "$root" -type d -name '*-linux-gnu*' -path '*lib/*' \
    \( -path "$root/lib/*" -o -path "$root/usr/lib/*" \) -prune | paste -sd:)
  mkdir -p "$(dirname "$wrapper")"
  printf '#!/bin/sh\nexec "%s" --argv0 "$0" --library-path "%s" "%s" "$@"\n' \
    "$loader" "$libs" "$root/$program" >"$wrapper"
  chmod 755 "$wrapper"
}
