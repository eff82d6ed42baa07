# Starts a Kubernetes control plane: etcd, kube-apiserver and, where there is
# one, kube-controller-manager. There is no kubelet: pods are admitted, not run.
# shellcheck shell=bash

# write_kubeconfig FILE PORT CA TOKEN: for a member of system:masters.
write_kubeconfig() {
  cat >"$1" <<YAML
apiVersion: v1
kind: Config
clusters:
- name: parts
  cluster:
    server: https://127.0.0.1:$2
    certificate-authority-data: $(base64 -w0 <"$3")
users:
- name: admin
  user:
    token: $4
contexts:
- name: parts
  context:
    cluster: parts
    user: admin
current-context: parts
YAML
}

# launch_etcd FOLDER BIN: sets ETCD_URL.
launch_etcd() {
  local dir=$1 bin=$2 peer
  ETCD_URL=http://127.0.0.1:$(pick_port)
  peer=http://127.0.0.1:$(pick_port)
  launch "$dir" etcd KILL "$bin/etcd" --unsafe-no-fsync --data-dir="$dir/etcd" --log-level=warn \
    --listen-client-urls="$ETCD_URL" --advertise-client-urls="$ETCD_URL" \
    --listen-peer-urls="$peer" --initial-advertise-peer-urls="$peer" --initial-cluster="default=$peer"
}

# launch_apiserver FOLDER BIN PORT ADMISSION...
launch_apiserver() {
  local dir=$1 bin=$2 port=$3
  shift 3
  # The prefix keeps two control planes apart, should both ever reach one etcd.
  launch "$dir" kube-apiserver KILL "$bin/kube-apiserver" --etcd-servers="$ETCD_URL" \
    --etcd-prefix="/$(random_word)" --bind-address=127.0.0.1 --advertise-address=127.0.0.1 \
    --secure-port="$port" --cert-dir="$dir/certs" --endpoint-reconciler-type=none \
    --service-account-issuer=https://kubernetes.default.svc \
    --service-account-signing-key-file="$dir/sa.key" --service-account-key-file="$dir/sa.key" \
    --authorization-mode=RBAC --token-auth-file="$dir/tokens.csv" \
    --service-cluster-ip-range=10.0.0.0/24 --allow-privileged=true "$@"
}

start_kube() {
  local dir=$1 bin port token etcd apiserver
  local -a admission=() kubectl
  bin=$(kube_bin)
  [ -x "$bin/kube-apiserver" ] || die "the control plane is not installed: hack/parts/install.sh kube"
  port=$(pick_port)
  token=$(random_word)
  # The same folder for kubectl's cache of the API, or it would write below HOME.
  kubectl=("$bin/kubectl" --kubeconfig="$dir/kubeconfig" --cache-dir="$dir/cache" --request-timeout=5s)
  setup "$dir" "openssl genrsa" openssl genrsa -out "$dir/sa.key" 2048
  (umask 077 && printf '%s,admin,admin,system:masters\n' "$token" >"$dir/tokens.csv")
  if [ ! -x "$bin/kube-controller-manager" ]; then
    say "no kube-controller-manager in $bin: no garbage collection and no default service accounts"
    admission=(--disable-admission-plugins=ServiceAccount)
  fi
  launch_etcd "$dir" "$bin"
  etcd=$LAUNCHED
  launch_apiserver "$dir" "$bin" "$port" "${admission[@]}"
  apiserver=$LAUNCHED
  wait_until 60 "$apiserver" test -s "$dir/certs/apiserver.crt" || die "kube-apiserver ended"
  (umask 077 && write_kubeconfig "$dir/kubeconfig" "$port" "$dir/certs/apiserver.crt" "$token")
  # Its certificate and the token are this run's own: nothing else can answer.
  wait_until 90 "$apiserver" "${kubectl[@]}" get --raw /readyz || die "kube-apiserver is not ready"
  is_alive "$etcd" || die "etcd ended"
  if [ -x "$bin/kube-controller-manager" ]; then
    launch "$dir" kube-controller-manager KILL "$bin/kube-controller-manager" \
      --kubeconfig="$dir/kubeconfig" --service-account-private-key-file="$dir/sa.key" \
      --root-ca-file="$dir/certs/apiserver.crt" --leader-elect=false --secure-port=0
    wait_until 60 "$LAUNCHED" "${kubectl[@]}" -n default get serviceaccount default ||
      die "kube-controller-manager makes no default service account"
  fi
  {
    echo "export KUBECONFIG='$dir/kubeconfig'"
    echo "export DRIFTLESS_TEST_KUBECONFIG='$dir/kubeconfig'"
    echo "export DRIFTLESS_TEST_KUBECTL='$bin/kubectl'"
    echo "export KUBECACHEDIR='$dir/cache'"
  } >"$dir/env"
}
