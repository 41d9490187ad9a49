{{/* Everything that a service is in a cluster. The README says what it takes. */}}
{{- define "tact-lib.objects" -}}
{{ include "tact-lib.serviceaccount" .root }}
---
{{ include "tact-lib.service" .root }}
---
{{ include "tact-lib.deployment" . }}
---
{{ include "tact-lib.pdb" .root }}
---
{{ include "tact-lib.networkpolicy" .root }}
---
{{ include "tact-lib.kafkatopics" .root }}
{{- end }}
