# Schemathesis, the generic API fuzzer: a Python package, in a virtual environment of its own.
# shellcheck shell=bash

# schemathesis_bin: prints the program; its folder changes with the pinned versions.
schemathesis_bin() {
  printf '%s\n' "$CACHE/schemathesis-$(cksum <"$PARTS_DIR/schemathesis.txt" | tr ' ' '-')/bin/schemathesis"
}

# has_python: whether python3 is new enough and can make virtual environments with pip in them.
has_python() {
  python3 -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1
}

install_schemathesis() {
  local program root log=$CACHE/schemathesis.log
  program=$(schemathesis_bin)
  root=$(dirname "$(dirname "$program")")
  [ -e "$root/.complete" ] && return 0
  if ! has_python; then
    retry 2 system_apt update >"$log" 2>&1 || say "apt-get update failed; trying with the lists that are there"
    retry 3 system_apt install --no-install-recommends python3 python3-venv >>"$log" 2>&1 ||
      { tail -n 15 "$log" >&2; die "apt-get could not install python3 and python3-venv"; }
    has_python || die "python3 is older than 3.10 or cannot make virtual environments"
  fi
  rm -rf "$root"
  python3 -m venv "$root" || die "python3 could not make a virtual environment in $root"
  retry 3 "$root/bin/pip" install --quiet --disable-pip-version-check --no-input \
    -r "$PARTS_DIR/schemathesis.txt" >"$log" 2>&1 ||
    { tail -n 15 "$log" >&2; die "pip could not install what hack/parts/schemathesis.txt names"; }
  "$program" --version >&2 || die "the installed schemathesis does not run"
  touch "$root/.complete"
}
