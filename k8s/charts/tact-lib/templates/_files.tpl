{{/*
A folder for each file, never a subPath: what is mounted by subPath does not change when its Secret or ConfigMap does, and keys
must be able to rotate.
*/}}
{{- define "tact-lib.mounts" -}}
- name: tmp
  mountPath: /tmp
{{- range .files }}
- name: {{ .folder }}
  mountPath: /etc/tact/{{ .folder }}
  readOnly: true
{{- end }}
{{- end }}

{{- define "tact-lib.volumes" -}}
- name: tmp
  emptyDir:
    sizeLimit: 64Mi
{{- range .files }}
- name: {{ .folder }}
  {{- if .secret }}
  secret:
    secretName: {{ .secret }}
  {{- else }}
  configMap:
    name: {{ .configMap }}
  {{- end }}
    # for the group of the pod, which is its fsGroup
    defaultMode: 0440
    items:
      - key: {{ .file }}
        path: {{ .file }}
{{- end }}
{{- end }}

{{/* The public keys of visitor tokens, which every service reads. They are no secret: a config map will do. */}}
{{- define "tact-lib.visitorKeys" -}}
variable: TACT_VISITOR_KEYS
folder: visitor-keys
file: jwks.json
{{- with .Values.visitorKeys }}
{{- if .existingSecret }}
secret: {{ .existingSecret }}
{{- else }}
configMap: {{ .existingConfigMap }}
{{- end }}
{{- end }}
{{- end }}

{{/* With what a service signs for what it has erased: its own key. */}}
{{- define "tact-lib.receiptKey" -}}
variable: TACT_RECEIPT_SIGNING_KEY
folder: receipt-signing
file: receipt-key.pem
secret: {{ .Values.receiptSigning.existingSecret }}
{{- end }}
