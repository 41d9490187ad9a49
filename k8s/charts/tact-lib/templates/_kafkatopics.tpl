{{/*
The service's own topics, for a Strimzi topic operator. A key that was deleted is gone an hour after its tombstone, and the
tombstone is seen for a week. An uninstall leaves the topics alone.
*/}}
{{- define "tact-lib.kafkatopics" -}}
{{- $strimzi := .Values.kafka.strimzi -}}
{{- if $strimzi.cluster -}}
{{- $day := mul 24 60 60 1000 -}}
{{- range $index, $topic := .Values.topics }}
{{- if $index }}
---
{{- end }}
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {{ $.Values.kafka.topicPrefix }}{{ .name }}
  namespace: {{ $strimzi.namespace | default $.Release.Namespace }}
  labels:
    {{- include "tact-lib.labels" $ | nindent 4 }}
    strimzi.io/cluster: {{ $strimzi.cluster }}
  annotations:
    helm.sh/resource-policy: keep
spec:
  partitions: {{ int .partitionsPerInstallation }}
  replicas: {{ int $strimzi.replicas }}
  config:
    cleanup.policy: {{ .cleanup | quote }}
    min.insync.replicas: {{ int $strimzi.minInSyncReplicas }}
    segment.ms: {{ mul 10 60 1000 }}
    {{- if contains "compact" .cleanup }}
    max.compaction.lag.ms: {{ mul 60 60 1000 }}
    delete.retention.ms: {{ mul 7 $day }}
    {{- end }}
    {{- if contains "delete" .cleanup }}
    retention.ms: {{ if .retentionDays }}{{ mul (int .retentionDays) $day }}{{ else }}-1{{ end }}
    {{- end }}
{{- end }}
{{- end }}
{{- end }}
