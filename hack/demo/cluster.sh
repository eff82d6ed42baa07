# The story in a cluster: kubectl, a real API server, the operator. Source it
# after hack/demo/lib.sh.
# shellcheck shell=bash

NAMESPACE=demo
NAME=
# How long the operator may take for anything.
PATIENCE=60
OPERATORS=0

kube() { "$DRIFTLESS_TEST_KUBECTL" --namespace "$NAMESPACE" --request-timeout=10s "$@"; }

# status PATH, condition TYPE FIELD: of the DatabaseSchema the story is about.
status() { kube get dbs "$NAME" -o "jsonpath={.status.$1}"; }
condition() { status "conditions[?(@.type==\"$1\")].$2"; }

# diagnose: what a reader needs when a stage went wrong.
diagnose() {
  [ -n "$NAME" ] || return 0
  say "--- status of $NAME"
  kube get dbs "$NAME" -o yaml | sed -n '/^status:/,$p'
  say "--- the end of the operator's log"
  tail -n 20 "$DIR/operator/operator-$OPERATORS.log"
}

# says REASON: whether the operator looked at the newest generation and Ready
# has that reason.
says() {
  local got
  got=$(kube get dbs "$NAME" -o jsonpath='{.metadata.generation} {.status.observedGeneration} {.status.conditions[?(@.type=="Ready")].reason}' 2>/dev/null) || return 1
  # shellcheck disable=SC2086 # three words
  set -- "$1" $got
  [ "${2:-}" = "${3:-x}" ] && [ "${4:-}" = "$1" ]
}

# reason_is TYPE REASON
reason_is() { [ "$(condition "$1" reason)" = "$2" ]; }

# executions: how many succeeded; an operator that was killed in the middle
# leaves an interrupted one in history, which is not counted.
executions() { status 'history[?(@.outcome=="Succeeded")].id' | wc -w; }

# applied COUNT: in sync, with so many executions in history.
applied() { says InSync && [ "$(executions)" -eq "$1" ]; }

start_operator() {
  OPERATORS=$((OPERATORS + 1))
  mkdir -p "$DIR/operator" "$DIR/sqlite" "$DIR/backups"
  launch "$DIR/operator" "operator-$OPERATORS" TERM "$DRIFTLESS" operator --identity=demo \
    --sqlite-dir="$DIR/sqlite" --backup-dir="$DIR/backups" --health-address="127.0.0.1:$(pick_port)"
  OPERATOR=$LAUNCHED
  sleep 1
  is_alive "$OPERATOR" || { tail -n 20 "$DIR/operator/operator-$OPERATORS.log" >&2; wrong "the operator ended"; }
  right "the operator runs"
}

# kill_operator: without any warning, as a node that loses power.
kill_operator() {
  kill -s KILL "$OPERATOR"
  wait "$OPERATOR" 2>/dev/null || true
}

# declare_schema FILE: kubectl apply.
declare_schema() { SHOWN="kubectl apply -f ${1#"$REPO_DIR/"}" show kube apply -f "$1"; }
list() { SHOWN="kubectl get dbs" show kube get dbs "$NAME"; }

# established: asked more than once, since kubectl fails on a definition that has
# no conditions yet.
established() {
  kube wait --for=condition=Established --timeout=5s crd/databaseschemas.driftless.dev \
    crd/schemaplans.driftless.dev >/dev/null 2>&1
}

prepare_cluster() {
  stage "A cluster with Driftless in it"
  tell "The API server is a real one; there are no nodes, so the operator runs beside it as a process."
  SHOWN="kubectl apply -f crds/" show kube apply --server-side -f "$REPO_DIR/crds"
  await 30 "the resource definitions are established" established
  kube create namespace "$NAMESPACE" >/dev/null
  start_operator
}

# tell_story FOLDER: the manifests are in FOLDER; `sql`, `columns` and NAME say
# how the database is asked.
tell_story() {
  local declared=$1 id
  touch "$DIR/story"
  stage "$ENGINE: a declaration makes an empty database a shop"
  declare_schema "$declared/1-create.yaml"
  await "$PATIENCE" "planned, proven, applied: Ready is InSync" applied 1
  same "columns of customers" "$(columns customers)" "id email phone"
  tell "Applied a second time, it changes nothing: one execution in history."
  declare_schema "$declared/1-create.yaml"
  kube annotate dbs "$NAME" --overwrite "driftless.dev/check-at=again" >/dev/null
  await "$PATIENCE" "looked at again" handled again
  same "executions" "$(executions)" 1
  list
  sql "$CUSTOMERS"
  tell "Three customers register, with their phone numbers."

  stage "$ENGINE: an additive change is applied by itself"
  declare_schema "$declared/2-add.yaml"
  await "$PATIENCE" "applied" applied 2
  same "columns of customers" "$(columns customers)" "id email phone city"
  same "customers" "$(sql 'SELECT count(*) FROM customers')" 3

  stage "$ENGINE: a change that destroys data waits for approval"
  tell "customers.phone is no longer declared, and it holds data."
  declare_schema "$declared/3-drop.yaml"
  await "$PATIENCE" "Ready is False: AwaitingApproval" says AwaitingApproval
  list
  same "risk" "$(status plan.risk)" Critical
  id=$(status plan.id)
  tell "The plan, its id: $id. What it would do, and what it would cost:"
  review
  same "columns of customers" "$(columns customers)" "id email phone city"

  stage "$ENGINE: the operator is killed and started again; the plan still waits"
  kill_operator
  start_operator
  kube annotate dbs "$NAME" --overwrite "driftless.dev/check-at=restarted" >/dev/null
  await "$PATIENCE" "looked at again" handled restarted
  same "plan" "$(status plan.id)" "$id"
  same "executions" "$(executions)" 2

  stage "$ENGINE: approving another plan than this one helps nobody"
  kube annotate dbs "$NAME" --overwrite driftless.dev/approve=sha256:0000 >/dev/null
  await "$PATIENCE" "Approved is False: HashMismatch" reason_is Approved HashMismatch
  tell "$(condition Approved message)"
  same "customers with a phone number" "$(sql 'SELECT count(phone) FROM customers')" 3

  stage "$ENGINE: the right plan id opens the gate; the data is copied away first"
  SHOWN="kubectl annotate dbs $NAME driftless.dev/approve=<plan id>" show \
    kube annotate dbs "$NAME" --overwrite "driftless.dev/approve=$id"
  await "$PATIENCE" "backed up, applied" applied 3
  same "columns of customers" "$(columns customers)" "id email city"
  same "customers" "$(sql 'SELECT count(*) FROM customers')" 3
  backup_holds_phones

  stage "$ENGINE: somebody changes the database by hand; drift is reported with the object"
  tell "By hand: $BY_HAND"
  sql "$BY_HAND"
  kube annotate dbs "$NAME" --overwrite "driftless.dev/check-at=drift" >/dev/null
  await "$PATIENCE" "Drifted is True: DriftDetected" reason_is Drifted DriftDetected
  contains "the object is named" "$(status 'drift.objects.names[*]') $(condition Drifted message)" customers_email
  list
  SHOWN="kubectl describe dbs $NAME" show events
}

# handled VALUE: whether that look has been taken, and its outcome written.
handled() { [ "$(status lastHandledCheckAt)" = "$1" ]; }

# review: what a reviewer reads of the plan.
review() {
  local ref
  ref=$(status plan.ref)
  [ -n "$ref" ] || wrong "status names no SchemaPlan"
  SHOWN="kubectl get splan" show kube get splan "$ref"
  kube get splan "$ref" -o jsonpath='{range .spec.statements[*]}{"     "}{.sql}{"\n"}{end}{range .spec.hazards[*]}{"     "}{.severity}{" "}{.id}{" "}{.object}{": "}{.message}{"\n"}{end}{"     rollback: "}{.spec.rollback.class}{"\n"}'
  contains "the rows are counted" "$(kube get splan "$ref" -o jsonpath='{.spec.hazards[*].message}')" 3
  [ -n "$(kube get splan "$ref" -o jsonpath='{.spec.rollback.class}')" ] || wrong "the plan has no rollback class"
  right "the rollback class is said"
}

# events: what happened, as the end of `kubectl describe` has it.
events() {
  kube describe dbs "$NAME" | sed -n '/^Events:/,$p'
}
