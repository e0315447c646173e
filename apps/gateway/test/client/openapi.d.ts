// Made by scripts/openapi.ts: do not edit.
export interface paths {
  '/v1/apps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the apps that the caller may use */
    get: operations['listApps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read this document */
    get: operations['readOpenApi'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read whether the options of the gateway hold
     * @description It looks at apps, keys and limits as they are written down. It does not look at the keys of the vendors, nor at what keeps the recalls: to list the recalls of an app tries the latter, and the first recall the former.
     */
    get: operations['readHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the recalls of an app, the newest first
     * @description Needs the scope `read`.
     */
    get: operations['listRecalls'];
    put?: never;
    /**
     * Begin a recall
     * @description With the targets in a JSON body, or with a list of any length as a stream, with selector and choices in the query. The recall is made when its list is complete; `Upload-Complete: ?0` says that more parts will follow by PATCH, as the platform takes no body of more than 100 MB (500 MB on its largest plan).
     *
     *     Needs the scope `start`.
     */
    post: operations['startRecall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read how a recall stands
     * @description Needs the scope `read`.
     */
    get: operations['readRecall'];
    put?: never;
    post?: never;
    /**
     * Delete the targets of a recall, or drop an upload
     * @description Of a recall that has ended. Its record and its evidence stay. An upload is dropped as a whole.
     *
     *     Needs the scope `stop` or `start`.
     */
    delete: operations['forgetRecall'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Watch a recall
     * @description Server-sent events: `recall` at once and whenever the recall has changed, at most once a second, each with a Recall as its data; a comment every 15 seconds; at last `end`, with the last Recall, and the stream closes. A recall that is paused or stopped has ended in this sense. Of an upload that was dropped, the last event is `gone`, with how it stood. A stream that closes after neither broke off: open it again.
     *
     *     Needs the scope `read`.
     */
    get: operations['watchRecall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/targets': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    /**
     * Read how far an upload has come
     * @description Needs the scope `start`.
     */
    head: operations['readUpload'];
    /**
     * Go on with the upload of a list
     * @description Needs the scope `start`.
     */
    patch: operations['continueUpload'];
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/report': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the report of a recall
     * @description Needs the scope `read`.
     */
    get: operations['readReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the evidence of a recall
     * @description Needs the scope `read`.
     */
    get: operations['readEvidence'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/evidence-key': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Read the key of a recall's evidence
     * @description Whoever has it and the list can check that the evidence is of that list.
     *
     *     Needs the scope `read`.
     */
    get: operations['readEvidenceKey'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Stop a recall
     * @description Requests under way are still waited for. It can be resumed.
     *
     *     Needs the scope `stop`.
     */
    post: operations['stopRecall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/apps/{app}/recalls/{id}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Go on with a recall that was stopped or paused
     * @description Also with a complete upload of which no recall could be made, for one of the same notification was there before it: once that has ended, or beside it where `again` says so. `retryUnknown` tries some 25,000 scattered outcomes again at a time: where the recall has finished and some are still unknown, ask once more.
     *
     *     Needs the scope `start`.
     */
    post: operations['resumeRecall'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    StartRecall: {
      reason?: string;
      dedupe?: boolean;
      canary?: number;
      batchSize?: number;
      keepGoing?: boolean;
      giveUpAfterMs?: number;
      again?: boolean;
      selector: {
        [key: string]: unknown;
      };
      targets?: unknown[];
    };
    StopRecall: {
      reason?: string;
    };
    ResumeRecall: {
      reason?: string;
      retryUnknown?: boolean;
      again?: boolean;
    };
    AppList: {
      apps: components['schemas']['App'][];
    };
    App: {
      name: string;
      vendor: string;
      vendorApp?: string;
      scopes: ('start' | 'read' | 'stop')[];
      selectorFields: string[];
    };
    Problem: {
      /** Format: uri */
      type: string;
      title: string;
      status: number;
      detail: string;
      code: string;
      errors?: {
        field: string;
        problem: string;
        code?: string;
      }[];
      vendorCode?: string;
      requestId?: string;
      remedies?: string[];
      mayHaveBeenReceived?: boolean;
      recallId?: string;
      line?: number;
      offset?: number;
      instance?: string;
    };
    Health: {
      /** @constant */
      status: 'ok';
    };
    Recall: {
      recallId: string;
      app: string;
      vendor: string;
      vendorApp: string;
      selector: {
        [key: string]: string | number;
      };
      endpoint: string;
      /** @enum {string} */
      state: 'uploading' | 'waiting' | 'running' | 'paused' | 'stopped' | 'finished';
      /** @enum {string} */
      wanted: 'run' | 'stop';
      forgotten: boolean;
      targets: {
        read: number;
        malformed: number;
        duplicate: number;
        accepted: number;
        rejected: number;
        unknown: number;
        notAttempted: number;
      };
      requests: {
        sent: number;
        retried: number;
        throttled: number;
      };
      codes: {
        [key: string]: number;
      };
      stoppedBy?: {
        cause: string;
        code?: string;
        httpStatus?: number;
        message?: string;
        requestId?: string;
        clockSkewMs?: number;
        failure?: string;
        askedBy?: {
          by: string;
          reason?: string;
        };
      };
      error?: {
        /** Format: date-time */
        at: string;
        message: string;
      };
      evidenceHead?: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      finishedAt?: string;
      elapsedMs: number;
      remainingMs?: number;
      targetsPerSecond?: number;
      upload?: components['schemas']['Upload'];
      firstMalformed?: {
        reason: string;
        text: string;
        line?: number;
      }[];
      audit: components['schemas']['AuditEntry'][];
    };
    Upload: {
      offset: number;
      complete: boolean;
      length?: number;
      underWay: boolean;
    };
    AuditEntry: {
      /** Format: date-time */
      at: string;
      /** Format: date-time */
      until?: string;
      /** @enum {string} */
      action: 'start' | 'continue-upload' | 'stop' | 'resume' | 'forget';
      by: string;
      reason?: string;
    };
    RecallList: {
      recalls: components['schemas']['Recall'][];
      next?: string;
    };
  };
  responses: {
    /** @description `unauthorized`: A key is needed. */
    Unauthorized: {
      headers: {
        /** @description The scheme of a key, `Bearer`, and the scopes that would be needed. */
        'WWW-Authenticate': string;
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `too-large`: The request is too large. */
    TooLarge: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `too-many-attempts`: Too many failed attempts. */
    TooManyAttempts: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description After how many seconds to try again. */
        'Retry-After'?: number;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `gateway-misconfigured`: This gateway is not set up rightly. `internal-error`: This gateway has failed. `invalid-credential`: This service's key for the push vendor cannot be used. */
    GatewayMisconfiguredOrInternalErrorOrInvalidCredential: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `access-unavailable`: Cloudflare Access cannot be asked. */
    AccessUnavailable: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description After how many seconds to try again. */
        'Retry-After'?: number;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `method-not-allowed`: This method is not answered here. */
    MethodNotAllowed: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `internal-error`: This gateway has failed. */
    InternalError: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `gateway-misconfigured`: This gateway is not set up rightly. */
    GatewayMisconfigured: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-request`: The request is not valid. */
    InvalidRequest: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `forbidden`: You may not do that. */
    Forbidden: {
      headers: {
        /** @description The scheme of a key, `Bearer`, and the scopes that would be needed. */
        'WWW-Authenticate'?: string;
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `app-not-found`: No such app. */
    AppNotFound: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `upload-under-way`: The list is being uploaded. `upload-length`: The list has another length. `recall-exists`: A recall of this notification exists already. */
    UploadUnderWayOrUploadLengthOrRecallExists: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `recall-forgotten`: The targets of the recall were deleted. */
    RecallForgotten: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `unsupported-media-type`: This kind of body is not read. */
    UnsupportedMediaType: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-input`: The list of targets cannot be read. `idempotency-key-reused`: The idempotency key stands for another request. */
    InvalidInputOrIdempotencyKeyReused: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `gateway-misconfigured`: This gateway is not set up rightly. `internal-error`: This gateway has failed. `invalid-credential`: This service's key for the push vendor cannot be used. `record-unusable`: The record of the recall cannot be used. */
    GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `access-unavailable`: Cloudflare Access cannot be asked. `record-unavailable`: Recalls cannot be kept or read at the moment. */
    AccessUnavailableOrRecordUnavailable: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description After how many seconds to try again. */
        'Retry-After'?: number;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `app-not-found`: No such app. `recall-not-found`: No such recall. */
    AppNotFoundOrRecallNotFound: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `recall-under-way`: The recall is under way. `upload-under-way`: The list is being uploaded. */
    RecallUnderWayOrUploadUnderWay: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `upload-under-way`: The list is being uploaded. `upload-length`: The list has another length. `upload-offset`: The part does not fit. `recall-exists`: A recall of this notification exists already. */
    UploadUnderWayOrUploadLengthOrUploadOffsetOrRecallExists: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `invalid-input`: The list of targets cannot be read. */
    InvalidInput: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description `recall-exists`: A recall of this notification exists already. `recall-under-way`: The recall is under way. */
    RecallExistsOrRecallUnderWay: {
      headers: {
        /** @description Names this answer, and what the log says of it. */
        'X-Request-Id': string;
        /** @description The language of the texts. */
        'Content-Language': string;
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listApps: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The apps. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "apps": [
           *         {
           *           "name": "shop",
           *           "vendor": "huawei",
           *           "vendorApp": "104857600",
           *           "scopes": [
           *             "start",
           *             "read",
           *             "stop"
           *           ],
           *           "selectorFields": [
           *             "notifyId",
           *             "pushType"
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['AppList'];
        };
      };
      401: components['responses']['Unauthorized'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredential'];
      503: components['responses']['AccessUnavailable'];
    };
  };
  readOpenApi: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description This document. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': Record<string, never>;
        };
      };
      405: components['responses']['MethodNotAllowed'];
      500: components['responses']['InternalError'];
    };
  };
  readHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It is. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok"
           *     }
           */
          'application/json': components['schemas']['Health'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      500: components['responses']['GatewayMisconfigured'];
    };
  };
  listRecalls: {
    parameters: {
      query?: {
        /** @description The most recalls of a page. Default 100. */
        limit?: number;
        /** @description The `next` of the page before. */
        cursor?: string;
        /** @description Only recalls in this state. */
        state?: 'uploading' | 'waiting' | 'running' | 'paused' | 'stopped' | 'finished';
      };
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of recalls. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "recalls": [],
           *       "next": "r-20261127-k3v9"
           *     }
           */
          'application/json': components['schemas']['RecallList'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  startRecall: {
    parameters: {
      query?: {
        /** @description Huawei: the notifyId the notification was sent with. */
        notifyId?: number;
        /** @description Huawei: the kind of message. Default `notification`. */
        pushType?: '0' | '2' | 'notification' | 'extension';
        /** @description mPaaS: the id of a message of a simple or template push. */
        messageId?: string;
        /** @description mPaaS: the id of a batch or broadcast push. It needs no list. */
        taskId?: string;
        /** @description NDJSON of objects: the field that holds the target; dots lead into nested ones. */
        field?: string;
        /** @description Why, for the record: one line of text. */
        reason?: string;
        /** @description Whether a target that was met before is dropped. Default true. */
        dedupe?: boolean;
        /** @description How many targets go first, alone. Default 10. */
        canary?: number;
        /** @description The most targets of a request. Default: the vendor's own limit. */
        batchSize?: number;
        /** @description Go on though many batches in a row are refused. Default false. */
        keepGoing?: boolean;
        /** @description After how many milliseconds without progress the recall is paused. Default 30 minutes. */
        giveUpAfterMs?: number;
        /** @description Begin though an unfinished recall takes back the same notification. */
        again?: boolean;
      };
      header?: {
        /** @description Makes a request that is sent again the same recall: 1 to 200 printable characters of ASCII, such as a UUID. Kept for as long as the recall is, for this caller alone. Under the same key the list has to begin with what has come of it, and goes on behind that; another one is refused. */
        'Idempotency-Key'?: string;
        /** @description Whether the list ends with this body. `?0`: more of it will follow. Default `?1`. */
        'Upload-Complete'?: '?0' | '?1';
        /** @description How long the whole list is, in bytes after gunzip. The list is complete with these and no others, so that half of it, or another one, is not taken for it. */
        'Upload-Length'?: number;
        /** @description gzip is also known by its first bytes. */
        'Content-Encoding'?: 'gzip' | 'identity';
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "selector": {
         *         "notifyId": 3114932
         *       },
         *       "targets": [
         *         "a push token",
         *         "another push token"
         *       ],
         *       "reason": "wrong price, incident 4711"
         *     }
         */
        'application/json': components['schemas']['StartRecall'];
        /**
         * @example a push token
         *     another push token
         */
        'text/plain': string;
        /**
         * @example {"device":{"token":"a push token"}}
         *     {"device":{"token":"another push token"}}
         */
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description The recall, which is taken in hand. */
      202: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description Where the recall is read. */
          Location: string;
          /** @description How long the list is to be, in bytes after gunzip, where that was said. */
          'Upload-Length'?: number;
          /** @description Where the list stands, in bytes after gunzip: where to go on. */
          'Upload-Offset'?: number;
          /** @description Whether the list is complete. */
          'Upload-Complete'?: '?0' | '?1';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recall'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFound'];
      409: components['responses']['UploadUnderWayOrUploadLengthOrRecallExists'];
      410: components['responses']['RecallForgotten'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidInputOrIdempotencyKeyReused'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  readRecall: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The recall. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description How long the list is to be, in bytes after gunzip, where that was said. */
          'Upload-Length'?: number;
          /** @description Where the list stands, in bytes after gunzip: where to go on. */
          'Upload-Offset'?: number;
          /** @description Whether the list is complete. */
          'Upload-Complete'?: '?0' | '?1';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recall'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  forgetRecall: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The targets are deleted. */
      204: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      409: components['responses']['RecallUnderWayOrUploadUnderWay'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  watchRecall: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The events. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          [name: string]: unknown;
        };
        content: {
          /**
           * @example event: recall
           *     data: {"recallId":"r-20261127-k3v9", …}
           */
          'text/event-stream': string;
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  readUpload: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Where the list stands. */
      204: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description How long the list is to be, in bytes after gunzip, where that was said. */
          'Upload-Length'?: number;
          /** @description Where the list stands, in bytes after gunzip: where to go on. */
          'Upload-Offset': number;
          /** @description Whether the list is complete. */
          'Upload-Complete': '?0' | '?1';
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      410: components['responses']['RecallForgotten'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  continueUpload: {
    parameters: {
      query?: never;
      header: {
        /** @description Where this part begins: the recall's `upload.offset`, in bytes of the list after gunzip. */
        'Upload-Offset': number;
        /** @description Whether the list ends with this body. `?0`: more of it will follow. Default `?1`. */
        'Upload-Complete'?: '?0' | '?1';
        /** @description How long the whole list is, in bytes after gunzip. The list is complete with these and no others, so that half of it, or another one, is not taken for it. */
        'Upload-Length'?: number;
        /** @description gzip is also known by its first bytes. */
        'Content-Encoding'?: 'gzip' | 'identity';
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example a push token
         *     another push token
         */
        'text/plain': string;
        /**
         * @example {"device":{"token":"a push token"}}
         *     {"device":{"token":"another push token"}}
         */
        'application/x-ndjson': string;
      };
    };
    responses: {
      /** @description The part is taken in; more will follow. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description How long the list is to be, in bytes after gunzip, where that was said. */
          'Upload-Length'?: number;
          /** @description Where the list stands, in bytes after gunzip: where to go on. */
          'Upload-Offset'?: number;
          /** @description Whether the list is complete. */
          'Upload-Complete'?: '?0' | '?1';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recall'];
        };
      };
      /** @description The list is complete, and the recall is taken in hand. */
      202: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description Where the recall is read. */
          Location: string;
          /** @description How long the list is to be, in bytes after gunzip, where that was said. */
          'Upload-Length'?: number;
          /** @description Where the list stands, in bytes after gunzip: where to go on. */
          'Upload-Offset'?: number;
          /** @description Whether the list is complete. */
          'Upload-Complete'?: '?0' | '?1';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recall'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      409: components['responses']['UploadUnderWayOrUploadLengthOrUploadOffsetOrRecallExists'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidInput'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  readReport: {
    parameters: {
      query?: {
        /** @description Also the targets that were accepted, and not only the others. Default false. */
        all?: boolean;
      };
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A line of JSON for each target that was not accepted, or for each one, and for each piece of the list that is no target (`malformed`): `{ target, outcome, code?, reason?, requestId?, source? }`. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description A name for the file. */
          'Content-Disposition': string;
          [name: string]: unknown;
        };
        content: {
          /** @example {"target":"a push token","outcome":"rejected","code":"80300007","reason":"All tokens are invalid"} */
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      410: components['responses']['RecallForgotten'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  readEvidence: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The hash-chained record, which `unpush verify` checks. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description A name for the file. */
          'Content-Disposition': string;
          [name: string]: unknown;
        };
        content: {
          'application/x-ndjson': string;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  readEvidenceKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The key, as `unpush verify` reads it. */
      200: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description A name for the file. */
          'Content-Disposition': string;
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      410: components['responses']['RecallForgotten'];
      413: components['responses']['TooLarge'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  stopRecall: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "reason": "wrong list"
         *     }
         */
        'application/json': components['schemas']['StopRecall'];
      };
    };
    responses: {
      /** @description The recall, which is being stopped. */
      202: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description Where the recall is read. */
          Location: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recall'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
  resumeRecall: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of problems: `en` or `zh-CN`. */
        'Accept-Language'?: string;
      };
      path: {
        /** @description The gateway's own name of the app. */
        app: string;
        /** @description The `recallId` of the recall. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        /**
         * @example {
         *       "retryUnknown": true
         *     }
         */
        'application/json': components['schemas']['ResumeRecall'];
      };
    };
    responses: {
      /** @description The recall, which is taken in hand. */
      202: {
        headers: {
          /** @description Names this answer, and what the log says of it. */
          'X-Request-Id': string;
          /** @description Where the recall is read. */
          Location: string;
          /** @description How long the list is to be, in bytes after gunzip, where that was said. */
          'Upload-Length'?: number;
          /** @description Where the list stands, in bytes after gunzip: where to go on. */
          'Upload-Offset'?: number;
          /** @description Whether the list is complete. */
          'Upload-Complete'?: '?0' | '?1';
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Recall'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['AppNotFoundOrRecallNotFound'];
      409: components['responses']['RecallExistsOrRecallUnderWay'];
      410: components['responses']['RecallForgotten'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['InvalidInput'];
      429: components['responses']['TooManyAttempts'];
      500: components['responses']['GatewayMisconfiguredOrInternalErrorOrInvalidCredentialOrRecordUnusable'];
      503: components['responses']['AccessUnavailableOrRecordUnavailable'];
    };
  };
}
