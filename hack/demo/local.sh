# The story without a cluster: the same manifests, the command line, a SQLite
# file. Source it after hack/demo/lib.sh.
# shellcheck shell=bash

# plan_for FILE: `driftless plan` as JSON.
plan_json() { "$DRIFTLESS" plan -f "$1" --url "sqlite:$DIR/sqlite/shop.db" -o json; }

# apply FILE ARGUMENT...: shows `driftless apply`; sets EXIT and OUTPUT.
apply() {
  local file=$1
  shift
  printf '   %s$ driftless apply -f %s --url sqlite:shop.db %s%s\n' "$DIM" "${file#"$REPO_DIR/"}" "$*" "$RESET"
  EXIT=0
  OUTPUT=$("$DRIFTLESS" apply -f "$file" --url "sqlite:$DIR/sqlite/shop.db" \
    --backup-dir "$DIR/backups" "$@" 2>&1) || EXIT=$?
  printf '%s\n' "$OUTPUT" | sed 's/^/     /'
}

columns() { sqlite "SELECT group_concat(name, ' ') FROM pragma_table_info('$1')"; }

tell_story() {
  local declared=$REPO_DIR/hack/demo/sqlite id
  touch "$DIR/story"
  stage "A declaration makes an empty file a database"
  apply "$declared/1-create.yaml"
  same "exit code" "$EXIT" 0
  same "columns of customers" "$(columns customers)" "id email phone"
  tell "Applied a second time, it finds nothing to do."
  apply "$declared/1-create.yaml"
  same "exit code" "$EXIT" 0
  contains "nothing to do" "$OUTPUT" "nothing to do"
  sqlite "$CUSTOMERS"
  tell "Three customers register, with their phone numbers."

  stage "An additive change is applied by itself"
  apply "$declared/2-add.yaml"
  same "exit code" "$EXIT" 0
  same "columns of customers" "$(columns customers)" "id email phone city"
  same "customers" "$(sqlite 'SELECT count(*) FROM customers')" 3

  stage "A change that destroys data waits for approval"
  tell "customers.phone is no longer declared, and it holds data."
  apply "$declared/3-drop.yaml"
  same "exit code (approval missing)" "$EXIT" 3
  contains "the risk is named" "$OUTPUT" "column.drop"
  same "columns of customers" "$(columns customers)" "id email phone city"

  stage "Approving another plan than this one helps nobody"
  apply "$declared/3-drop.yaml" --approve sha256:0000
  same "exit code (refused)" "$EXIT" 3
  contains "the refusal says so" "$OUTPUT" "sha256:0000 was approved, but this plan is"
  same "customers with a phone number" "$(sqlite 'SELECT count(phone) FROM customers')" 3

  stage "The right plan id opens the gate; the data is copied away first"
  id=$(plan_json "$declared/3-drop.yaml" | sed -n 's/^  "id": "\(.*\)",$/\1/p')
  [ -n "$id" ] || wrong "the plan has no id"
  apply "$declared/3-drop.yaml" --approve "$id"
  same "exit code" "$EXIT" 0
  same "columns of customers" "$(columns customers)" "id email city"
  same "customers" "$(sqlite 'SELECT count(*) FROM customers')" 3
  backup_holds_phones

  stage "Somebody changes the database by hand; the next look says so"
  tell "By hand: $BY_HAND"
  sqlite "$BY_HAND"
  printf '   %s$ driftless plan --detailed-exitcode%s\n' "$DIM" "$RESET"
  EXIT=0
  OUTPUT=$("$DRIFTLESS" plan -f "$declared/3-drop.yaml" --url "sqlite:$DIR/sqlite/shop.db" \
    --detailed-exitcode) || EXIT=$?
  printf '%s\n' "$OUTPUT" | sed 's/^/     /'
  same "exit code (changes pending)" "$EXIT" 2
  contains "the object is named" "$OUTPUT" "customers_email"
}
