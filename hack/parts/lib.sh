# Shared by the scripts in hack/. Source it; it defines functions and puts the
# environment into a known state, and starts nothing.
#
# It must work under `env -i`: no HOME, a minimal PATH, no terminal.
# shellcheck shell=bash

set -euo pipefail

PARTS_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck disable=SC2034 # used by the scripts that source this file
REPO_DIR=$(cd "$PARTS_DIR/../.." && pwd)

# A make that called us passes flags and a job server meant for its own
# children; cargo and go would try to use them.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES GNUMAKEFLAGS CDPATH

# say MESSAGE: one line for the reader, on stderr so that a command's own
# output stays clean.
say() { printf '%s\n' "$*" >&2; }

# die MESSAGE: says what could not be done and ends the script.
die() {
  say "error: $*"
  exit 1
}

# timed WHAT COMMAND...: runs a long step and says how long it took.
timed() {
  local what=$1 start=$SECONDS rc=0
  shift
  say "-- $what ..."
  "$@" || rc=$?
  if [ "$rc" -eq 0 ]; then
    say "-- $what: $((SECONDS - start)) s"
  else
    say "-- $what: failed after $((SECONDS - start)) s (exit code $rc)"
  fi
  return "$rc"
}

# retry TIMES COMMAND...: for steps that use the network.
retry() {
  local times=$1 attempt
  shift
  for ((attempt = 1; attempt <= times; attempt++)); do
    "$@" && return 0
    [ "$attempt" -eq "$times" ] || sleep "$((attempt * 2))"
  done
  return 1
}

# home_of_user: the home folder the system knows for the current user.
home_of_user() {
  local entry
  entry=$(getent passwd "$(id -u)" 2>/dev/null) || entry=
  printf '%s\n' "$entry" | cut -d: -f6
}

# add_tool TOOL FOLDER...: puts the first folder that has TOOL on PATH, unless
# TOOL is there already.
add_tool() {
  local tool=$1 dir
  shift
  command -v "$tool" >/dev/null 2>&1 && return 0
  for dir in "$@"; do
    if [ -x "$dir/$tool" ]; then
      PATH=$PATH:$dir
      return 0
    fi
  done
  return 0
}

# settle_environment: HOME, PATH and the places of the Rust and Go tools.
settle_environment() {
  local known cargo_dir
  known=$(home_of_user)
  if [ -z "${HOME:-}" ] || [ ! -d "$HOME" ]; then
    HOME=${known:-/tmp}
    [ -d "$HOME" ] || HOME=/tmp
  fi
  PATH=${PATH:+$PATH:}/usr/local/bin:/usr/bin:/bin:/usr/local/sbin:/usr/sbin:/sbin
  add_tool cargo "${CARGO_HOME:-$HOME/.cargo}/bin" "${known:-$HOME}/.cargo/bin" \
    /usr/local/cargo/bin /opt/cargo/bin /opt/rust/bin
  add_tool go "${GOROOT:-/usr/local/go}/bin" /usr/local/go/bin /usr/lib/go/bin \
    "$HOME/go/bin" "$HOME/sdk/go/bin" /opt/go/bin
  export HOME PATH
  # A rustup proxy looks for its toolchains below HOME, which may be another
  # user's than the one cargo was found in.
  cargo_dir=$(command -v cargo 2>/dev/null) || return 0
  cargo_dir=$(dirname "$(dirname "$cargo_dir")")
  if [ -z "${RUSTUP_HOME:-}" ] && [ ! -d "$HOME/.rustup" ]; then
    local candidate
    for candidate in "$(dirname "$cargo_dir")/.rustup" "$(dirname "$cargo_dir")/rustup"; do
      if [ -d "$candidate/toolchains" ]; then
        export RUSTUP_HOME=$candidate
        break
      fi
    done
  fi
}

# need TOOL WHY: fails with a line that names the tool.
need() {
  command -v "$1" >/dev/null 2>&1 || die "$1 is not on PATH; it is needed $2"
}

# cache_dir: prints the first folder of those the README names that can be
# written to, and creates it.
cache_dir() {
  local dir
  if [ -n "${DRIFTLESS_CACHE:-}" ]; then
    mkdir -p "$DRIFTLESS_CACHE" || die "cannot create DRIFTLESS_CACHE=$DRIFTLESS_CACHE"
    (cd "$DRIFTLESS_CACHE" && pwd)
    return 0
  fi
  for dir in "${XDG_CACHE_HOME:-/var/cache}" "$HOME/.cache"; do
    if mkdir -p "$dir/driftless/parts" 2>/dev/null && [ -w "$dir/driftless/parts" ]; then
      printf '%s\n' "$dir/driftless/parts"
      return 0
    fi
  done
  die "no writable cache folder; name one with DRIFTLESS_CACHE"
}

# port_is_free PORT: whether nothing answers there on loopback.
port_is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# pick_port: prints a loopback port below the range the kernel hands out to
# clients. Another process may still take it before the server does: every
# start is therefore checked, and tried again with another port.
pick_port() {
  local port attempt
  for ((attempt = 0; attempt < 200; attempt++)); do
    port=$((15000 + ($(od -An -N2 -tu2 /dev/urandom) % 17000)))
    if port_is_free "$port"; then
      printf '%s\n' "$port"
      return 0
    fi
  done
  die "found no free loopback port in 15000-32000"
}

# random_word: prints 32 random hexadecimal digits.
random_word() { od -An -N16 -tx1 /dev/urandom | tr -d ' \n'; }

# wait_until SECONDS PID COMMAND...: repeats COMMAND until it succeeds; fails
# when the time is over or process PID is gone.
wait_until() {
  local deadline=$((SECONDS + $1)) pid=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    is_alive "$pid" || return 1
    [ "$SECONDS" -lt "$deadline" ] || return 1
    sleep 0.1
  done
  is_alive "$pid"
}

# is_alive PID: whether the process exists and is not a zombie. /proc and not
# kill -0, which also fails on another user's process.
is_alive() {
  local state
  state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null) || return 1
  [ -n "$state" ] && [ "$state" != Z ]
}

settle_environment
