/** What a person sees who opens the emulator in a browser. */
export const WELCOME = `unpush emulator

This stands in for Huawei Push Kit. Nothing here reaches a real phone, and its keys are good nowhere else.

Vendor endpoints
  POST /v1/{clientId}/messages:revoke      take a notification back
  POST /v3/{projectId}/messages:send       send one (push types 0 and 2)

Control API (JSON)
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
  GET    /_emulator/requests                                  the latest requests; DELETE forgets them
  GET    /_emulator/faults                                    the fault script; PUT replaces, DELETE clears it
  GET    /_emulator/huawei/behaviour                          settings where the vendor is silent; PATCH changes them
  GET    /healthz
`;
