{{/* An object is called like its chart, not like its release: one installation in a namespace. */}}
{{- define "tact-lib.name" -}}
{{ .Chart.Name }}
{{- end }}

{{/* Never more than this: a selector cannot be changed later. */}}
{{- define "tact-lib.selector" -}}
app.kubernetes.io/name: {{ include "tact-lib.name" . }}
{{- end }}

{{- define "tact-lib.labels" -}}
{{ include "tact-lib.selector" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/part-of: tact
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end }}

{{- define "tact-lib.metadata" -}}
name: {{ include "tact-lib.name" . }}
namespace: {{ .Release.Namespace }}
labels:
  {{- include "tact-lib.labels" . | nindent 2 }}
{{- end }}
