/** What a person sees who opens the emulator in a browser. */
export const WELCOME = `unpush emulator

This stands in for Huawei Push Kit and for Alibaba Cloud mPaaS Message Push. Nothing here reaches a real phone, and its
keys are good nowhere else.

Endpoints of Huawei Push Kit
  POST /v1/{clientId}/messages:revoke      take a notification back
  POST /v3/{projectId}/messages:send       send one (push types 0 and 2)

Endpoint of mPaaS Message Push
  POST /                                   the action in x-acs-action or Action: RevokePushMessage, RevokePushTask, …

Control API (JSON)
  GET    /_emulator/requests                                  the latest requests; DELETE forgets them
  GET    /_emulator/faults                                    the fault script; PUT replaces, DELETE clears it
  GET    /healthz

Control API of Huawei
  POST   /_emulator/apps                                      make an app: {} or { clientId, projectId, name, … }
  GET    /_emulator/apps                                      list them
  GET    /_emulator/apps/{clientId}/service-account.json      download the key file
  POST   /_emulator/apps/{clientId}/devices                   { "count": 1000 } or { "tokens": ["…"] }
  GET    /_emulator/apps/{clientId}/devices?offset=&limit=    a page of tokens
  POST   /_emulator/apps/{clientId}/deliveries                { "notifyId": 3114932, "title": "…", "tokens"?: ["…"] }
  GET    /_emulator/apps/{clientId}/revocations?notifyId=     what was accepted, token by token
  PUT    /_emulator/apps/{clientId}/quota                     { "devicesPerSecond": 5000 }; DELETE lifts it
  GET    /_emulator/tokens?clientId=&format=txt               a token list: txt, csv, ndjson or json
  GET    /_emulator/trays/{token}                             what a device shows
  POST   /_emulator/clicks                                    { "token": "…", "notifyId": 3114932 }
  GET    /_emulator/huawei/behaviour                          settings where the vendor is silent; PATCH changes them

Control API of mPaaS, where {app} is {appId}/{workspaceId}
  POST   /_emulator/mpaas/apps                                make an app: {} or { appId, workspaceId, accessKey, … }
  GET    /_emulator/mpaas/apps                                list them
  GET    /_emulator/mpaas/apps/{app}/access-key.json          download { accessKeyId, accessKeySecret }
  POST   /_emulator/mpaas/access-keys                         a further key, or a session of STS; GET lists them
  PUT    /_emulator/mpaas/apps/{app}/push-api                 { "position": "off" }: every request is 3032
  POST   /_emulator/mpaas/apps/{app}/devices                  { "count": 1000 } or { "ids": ["…"] }, "channel"?: "vivo"
  GET    /_emulator/mpaas/apps/{app}/devices?offset=&limit=   a page of device ids
  POST   /_emulator/mpaas/apps/{app}/users                    { "users": [{ "userId": "…", "device": "…" }] }; GET pages
  GET    /_emulator/mpaas/apps/{app}/targets?of=&format=txt   a list of devices or users: txt, csv, ndjson or json
  POST   /_emulator/mpaas/apps/{app}/deliveries               { "messageId": "…", "title": "…", "targets"?: ["…"] }
  POST   /_emulator/mpaas/apps/{app}/tasks                    the same as a broadcast or a batch; answers the taskId
  GET    /_emulator/mpaas/apps/{app}/revocations?messageId=   what was accepted, target by target; or ?taskId=
  PUT    /_emulator/mpaas/apps/{app}/quota                    { "requestsPerSecond": 50 }; DELETE lifts it
  GET    /_emulator/mpaas/apps/{app}/trays?device=            what a device shows; or ?user=
  POST   /_emulator/mpaas/apps/{app}/clicks                   { "device": "…", "messageId": "…" }; /clears swipes it away
  GET    /_emulator/mpaas/behaviour                           settings where the vendor is silent; PATCH changes them
`;
