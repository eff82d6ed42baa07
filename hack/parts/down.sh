#!/usr/bin/env bash
# Usage: hack/parts/down.sh FOLDER [PART...]
# Stops what up.sh started below FOLDER (all of it, or only the parts named) and
# removes its data.
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# is_ours PID: whether the process is one started with its data below DIR, and
# not a later one with the same number.
is_ours() { is_alive "$1" && tr '\0' '\n' <"/proc/$1/cmdline" 2>/dev/null | grep -qF -- "$DIR/"; }

# stop_part FOLDER: the data is thrown away, so nothing is asked to save it;
# each line of FOLDER/pids names a process and the signal that ends it at once.
stop_part() {
  local pid signal deadline=$((SECONDS + 10))
  [ -f "$1/pids" ] || return 0
  while read -r pid signal; do
    if is_ours "$pid"; then kill -s "$signal" "$pid" 2>/dev/null || true; fi
  done <"$1/pids"
  while read -r pid signal; do
    while is_ours "$pid"; do
      if [ "$SECONDS" -ge "$deadline" ]; then
        kill -s KILL "$pid" 2>/dev/null || true
        sleep 0.2
        break
      fi
      sleep 0.05
    done
  done <"$1/pids"
}

[ $# -gt 0 ] || die "usage: hack/parts/down.sh FOLDER [PART...]"
[ -d "$1" ] || exit 0
DIR=$(cd "$1" && pwd)
shift
if [ $# -eq 0 ]; then
  for folder in "$DIR"/*/; do stop_part "${folder%/}"; done
  rm -rf "$DIR" || { sleep 1; rm -rf "$DIR"; }
else
  for part in "$@"; do
    stop_part "$DIR/$part"
    rm -rf "${DIR:?}/$part" || { sleep 1; rm -rf "${DIR:?}/$part"; }
  done
fi
