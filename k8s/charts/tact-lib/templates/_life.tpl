{{/*
From start to end. A pod that is told to stop goes on answering while the news that it leaves spreads to whoever still sends it
requests; the kubelet does the waiting, so the image needs no shell.
*/}}
{{- define "tact-lib.life" -}}
startupProbe:
  httpGet:
    path: /q/health/started
    port: management
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 60
livenessProbe:
  httpGet:
    path: /q/health/live
    port: management
  periodSeconds: 10
  timeoutSeconds: 2
  failureThreshold: 3
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: management
  periodSeconds: 5
  timeoutSeconds: 2
  failureThreshold: 2
lifecycle:
  preStop:
    sleep:
      seconds: {{ int .Values.shutdown.delaySeconds }}
{{- end }}

{{/* Killed in the middle of a request would be a dropped request. */}}
{{- define "tact-lib.gracePeriod" -}}
{{- with .Values.shutdown -}}
{{- $needed := add (int .delaySeconds) (int .timeoutSeconds) -}}
{{- if le (int .gracePeriodSeconds) (int $needed) -}}
{{- fail (printf "shutdown.gracePeriodSeconds is %d: it must be more than delaySeconds + timeoutSeconds, which is %d" (int .gracePeriodSeconds) (int $needed)) -}}
{{- end -}}
{{ int .gracePeriodSeconds }}
{{- end -}}
{{- end }}
