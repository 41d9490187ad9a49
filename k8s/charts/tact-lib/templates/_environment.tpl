{{/* What a service reads from its environment. Values of secrets come from Secret objects that exist already. */}}
{{- define "tact-lib.environment" -}}
{{- $values := .root.Values -}}
- name: TACT_HTTP_PORT
  value: "8080"
- name: TACT_MANAGEMENT_PORT
  value: "9000"
- name: TACT_DATABASE_HOST
  value: {{ $values.database.host | quote }}
- name: TACT_DATABASE_PORT
  value: {{ int $values.database.port | quote }}
- name: TACT_DATABASE_NAME
  value: {{ $values.database.name | quote }}
- name: TACT_DATABASE_USER
  {{- include "tact-lib.fromSecret" (list $values.database.existingSecret "username") | nindent 2 }}
- name: TACT_DATABASE_PASSWORD
  {{- include "tact-lib.fromSecret" (list $values.database.existingSecret "password") | nindent 2 }}
- name: TACT_KAFKA_BOOTSTRAP_SERVERS
  value: {{ $values.kafka.bootstrapServers | quote }}
{{- with $values.kafka.topicPrefix }}
- name: TACT_TOPIC_PREFIX
  value: {{ . | quote }}
{{- end }}
- name: TACT_OIDC_ISSUER_URL
  value: {{ $values.oidc.issuerUrl | quote }}
- name: TACT_OIDC_AUDIENCE
  value: {{ $values.oidc.audience | quote }}
- name: TACT_INSTALLATION_SECRET
  {{- include "tact-lib.fromSecret" (list $values.installation.existingSecret "secret") | nindent 2 }}
{{- range .files }}
- name: {{ .variable }}
  value: {{ printf "/etc/tact/%s/%s" .folder .file | quote }}
{{- end }}
{{- range $name, $value := .variables }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
- name: QUARKUS_SHUTDOWN_TIMEOUT
  value: "{{ int $values.shutdown.timeoutSeconds }}S"
- name: JAVA_TOOL_OPTIONS
  value: {{ $values.javaOptions | quote }}
{{- end }}

{{- define "tact-lib.fromSecret" -}}
valueFrom:
  secretKeyRef:
    name: {{ index . 0 }}
    key: {{ index . 1 }}
{{- end }}
