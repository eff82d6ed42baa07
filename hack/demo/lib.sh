# What both stories of the demo use: the narrator's voice, checks, bounded
# waits. Source it after hack/parts/lib.sh.
# shellcheck shell=bash

BOLD= DIM= GREEN= RESET=
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
  BOLD=$'\e[1m' DIM=$'\e[2m' GREEN=$'\e[32m' RESET=$'\e[0m'
fi
STAGE=0

# stage TITLE: begins a stage.
stage() {
  STAGE=$((STAGE + 1))
  printf '\n%s%d. %s%s\n' "$BOLD" "$STAGE" "$1" "$RESET"
}

# tell TEXT: the narrator.
tell() { printf '   %s\n' "$1" | fold -s -w 96 | sed '2,$s/^/   /'; }

# show COMMAND...: the command as a reader could type it, then what it prints.
show() {
  printf '   %s$ %s%s\n' "$DIM" "${SHOWN:-$*}" "$RESET"
  "$@" 2>&1 | sed 's/^/     /'
}

# right WHAT: a check that passed.
right() { printf '   %sok%s %s\n' "$GREEN" "$RESET" "$1"; }

# wrong WHAT: the stage is not as it should be.
wrong() {
  say "error: stage $STAGE: $1"
  if declare -F diagnose >/dev/null; then diagnose >&2 || true; fi
  exit 1
}

# same WHAT GOT WANTED
same() {
  [ "$2" = "$3" ] || wrong "$1: expected \"$3\", found \"$2\""
  right "$1: $3"
}

# contains WHAT TEXT PART
contains() {
  case $2 in
    *"$3"*) right "$1" ;;
    *) wrong "$1: expected \"$3\" in: $2" ;;
  esac
}

# await SECONDS WHAT COMMAND...: repeats COMMAND until it succeeds.
await() {
  local deadline=$((SECONDS + $1)) limit=$1 what=$2
  shift 2
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || wrong "$what: not within $limit s"
    sleep 0.5
  done
  right "$what"
}

# sqlite SQL: asks the SQLite file; one line a row, values parted by |.
sqlite() { "$SQLITE" "$DIR/sqlite/shop.db" "$1"; }

# The rows the story is about.
CUSTOMERS="INSERT INTO customers (id, email, phone) VALUES
  (1, 'ada@example.org', '+44 1'), (2, 'grace@example.org', '+1 2'), (3, 'edsger@example.org', '+31 3')"
# What somebody does by hand, past every declaration.
BY_HAND='DROP INDEX customers_email'
