import { OpenApiUtil } from '@alicloud/openapi-core';
import { Request as AlibabaRequest } from '@darabonba/typescript';
import { batchOf } from '@unpush/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMpaasRevoker, type HttpRequest } from '../../src/index.ts';
import { answering } from '../support/scripted-sender.ts';

const SECRET = 'testsecret';

/** What Alibaba Cloud's own library signs the same request with. */
function theirs({ method, url, headers }: HttpRequest): string {
  const { host, pathname } = new URL(url);
  const request = new AlibabaRequest();
  request.method = method;
  request.pathname = pathname;
  request.query = {};
  request.headers = { ...headers, host };
  const hash = headers['x-acs-content-sha256'] ?? '';
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the rule does not follow the library's own re-export of this class
  return OpenApiUtil.getAuthorization(request, 'ACS3-HMAC-SHA256', hash, 'testid', SECRET);
}

const id = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .filter((text) => text.trim() === text && /^[^\p{Cc}\p{Cs}]+$/u.test(text));

describe("a request's signature", () => {
  it("is that of Alibaba Cloud's own library, whatever is revoked", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          appId: id,
          workspaceId: id,
          what: fc.oneof(fc.record({ messageId: id }), fc.record({ taskId: id })),
          target: id,
          securityToken: fc.option(fc.constant('CAISexample+/='), { nil: undefined }),
          endpoint: fc.constantFrom(
            'https://mpaas.cn-hangzhou.aliyuncs.com',
            'http://127.0.0.1:4400',
            'https://gateway.example/prefix',
          ),
        }),
        async ({ appId, workspaceId, what, target, securityToken, endpoint }) => {
          const answers = answering({ body: '{}' });
          const accessKey = { accessKeyId: 'testid', accessKeySecret: SECRET, securityToken };
          const revoker = createMpaasRevoker({
            accessKey,
            appId,
            workspaceId,
            endpoint,
            send: answers.send,
          });
          await revoker.attempt(what, batchOf(['taskId' in what ? what.taskId : target]));
          const [request] = answers.requests;
          if (request === undefined) throw new Error('nothing was sent');
          expect(request.headers['authorization']).toBe(theirs(request));
        },
      ),
      { numRuns: 200 },
    );
  });
});
