{{/* An identity without a token: no service of Tact speaks to the API server. */}}
{{- define "tact-lib.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "tact-lib.metadata" . | nindent 2 }}
automountServiceAccountToken: false
{{- end }}
