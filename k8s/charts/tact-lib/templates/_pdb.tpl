{{/* With one replica a budget would only block the drain of its node. */}}
{{- define "tact-lib.pdb" -}}
{{- if gt (int .Values.replicas) 1 -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "tact-lib.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  # a pod that is broken anyway does not hold up the drain of its node
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "tact-lib.selector" . | nindent 6 }}
{{- end }}
{{- end }}
