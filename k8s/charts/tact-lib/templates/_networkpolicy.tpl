{{/* Who may come in. A node reaches the probes of its own pods in any case. */}}
{{- define "tact-lib.networkpolicy" -}}
{{- with .Values.networkPolicy }}
{{- if .enabled -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "tact-lib.metadata" $ | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "tact-lib.selector" $ | nindent 6 }}
  policyTypes: [Ingress]
  ingress:
    - ports:
        - port: http
      {{- with .clientsFrom }}
      from:
        {{- toYaml . | nindent 8 }}
      {{- end }}
    {{- with .metricsFrom }}
    - ports:
        - port: management
      from:
        {{- toYaml . | nindent 8 }}
    {{- end }}
{{- end }}
{{- end }}
{{- end }}
