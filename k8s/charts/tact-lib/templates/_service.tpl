{{/* The main port only. Health and metrics are read from the pods, on a port that nothing routes to. */}}
{{- define "tact-lib.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "tact-lib.metadata" . | nindent 2 }}
spec:
  selector:
    {{- include "tact-lib.selector" . | nindent 4 }}
  ports:
    - name: http
      port: 80
      targetPort: http
      appProtocol: http
{{- end }}
