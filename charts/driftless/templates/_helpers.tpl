{{- define "driftless.name" -}}
{{- if contains .Chart.Name .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name .Chart.Name | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "driftless.serviceAccount" -}}
{{- .Values.serviceAccount.name | default (include "driftless.name" .) -}}
{{- end -}}

{{- define "driftless.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "driftless.labels" -}}
{{ include "driftless.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{- define "driftless.rules" -}}
- apiGroups: [driftless.dev]
  resources: [databaseschemas]
  verbs: [get, list, watch]
- apiGroups: [driftless.dev]
  resources: [databaseschemas/status, schemaplans/status]
  verbs: [get, patch, update]
# Owner references that block deletion need this where that admission check is on.
- apiGroups: [driftless.dev]
  resources: [databaseschemas/finalizers]
  verbs: [update]
- apiGroups: [driftless.dev]
  resources: [schemaplans]
  verbs: [get, list, watch, create, patch, delete]
# Credentials and DDL that a DatabaseSchema of the same namespace refers to.
- apiGroups: [""]
  resources: [secrets, configmaps]
  verbs: [get, list, watch]
- apiGroups: [events.k8s.io]
  resources: [events]
  verbs: [create, patch]
{{- end -}}
