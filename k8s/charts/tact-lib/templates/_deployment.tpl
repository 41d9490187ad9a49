{{- define "tact-lib.deployment" -}}
{{- $root := .root -}}
{{- $values := .root.Values -}}
{{- $visitorKeys := include "tact-lib.visitorKeys" .root | fromYaml -}}
{{- $receiptKey := include "tact-lib.receiptKey" .root | fromYaml -}}
{{- $told := dict "root" .root "variables" (.variables | default dict) "files" (append (prepend (.files | default list) $visitorKeys) $receiptKey) -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "tact-lib.metadata" $root | nindent 2 }}
spec:
  replicas: {{ int $values.replicas }}
  selector:
    matchLabels:
      {{- include "tact-lib.selector" $root | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  template:
    metadata:
      labels:
        {{- include "tact-lib.selector" $root | nindent 8 }}
        app.kubernetes.io/part-of: tact
    spec:
      serviceAccountName: {{ include "tact-lib.name" $root }}
      automountServiceAccountToken: false
      # or every Service of the namespace would write into the environment
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ include "tact-lib.gracePeriod" $root }}
      {{- with $values.image.pullSecrets }}
      imagePullSecrets:
        {{- range . }}
        - name: {{ . }}
        {{- end }}
      {{- end }}
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        runAsGroup: 10001
        fsGroup: 10001
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: {{ include "tact-lib.name" $root }}
          image: {{ printf "%s:%s" $values.image.repository ($values.image.tag | default $root.Chart.AppVersion) | quote }}
          imagePullPolicy: {{ $values.image.pullPolicy }}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: [ALL]
          env:
            {{- include "tact-lib.environment" $told | nindent 12 }}
          ports:
            - name: http
              containerPort: 8080
            - name: management
              containerPort: 9000
          {{- include "tact-lib.life" $root | nindent 10 }}
          resources:
            {{- toYaml $values.resources | nindent 12 }}
          volumeMounts:
            {{- include "tact-lib.mounts" $told | nindent 12 }}
      volumes:
        {{- include "tact-lib.volumes" $told | nindent 8 }}
{{- end }}
