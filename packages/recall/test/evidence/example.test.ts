import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestedBatch, digestedTarget } from '../../src/evidence/digested.ts';
import { readEvidenceKey, evidenceKeyText } from '../../src/evidence/evidence-key.ts';
import { headerRecord } from '../../src/evidence/header-record.ts';
import type { EvidenceRecord } from '../../src/evidence/record.ts';
import type { Spans } from '../../src/spans/spans.ts';
import { nodeEvidenceCrypto } from '../../src/node/evidence/node-evidence-crypto.ts';
import { readPublicKey, readSigningKey } from '../../src/node/evidence/keys.ts';
import { signatureLine } from '../../src/node/evidence/sign-evidence.ts';
import { FINGERPRINT, SIGNING_PEM } from './support/test-key.ts';
import { each, verify } from './support/verify.ts';
import { textOf, writeEvidence } from './support/write-evidence.ts';

// The example was made by a program in Python, with hashlib, hmac and OpenSSL: it shares no line with ours
const HEAD = '6187da8e78a745c7432bd48eb88d5ababf5c57f6e3a8dd136522227e3c164e89';
const page = readFileSync(new URL('../../../../docs/evidence.md', import.meta.url), 'utf8');

/** What the block of that kind on the page holds. */
function block(kind: string): string {
  const found = new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'm').exec(page);
  return found![1]!;
}

const evidence = block('ndjson');
const tokens = block('text').split('\n').slice(0, 2).concat('token-c', 'token-d');
const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

const at = (millis: string): string => `2026-03-01T02:00:00.${millis}Z`;
const totals = { read: 6, malformed: 1, duplicate: 1 };

const header = headerRecord({
  recallId: 'example',
  vendor: 'huawei',
  app: '112233445',
  selector: { notifyId: 3114932, pushType: 0 },
  endpoint: 'https://push-api.cloud.huawei.com',
  input: {
    files: [
      {
        path: 'tokens.txt',
        format: 'txt',
        gzip: false,
        bytes: 48,
        digest: '9e8c3da3a39c7d079cfe4b3b71212cc5249358e669d8495755546c3576abafd5',
        ...totals,
      },
    ],
    dedupe: true,
    totals,
  },
  versions: { unpush: '0.1.0' },
  createdAt: Date.UTC(2026, 2, 1, 2),
});

const hmac = async (bytes: Uint8Array): Promise<string> => nodeEvidenceCrypto.hmacSha256(KEY, bytes);

async function request(
  batch: number,
  carried: Spans,
  more: { readonly parent?: number; readonly sent: string; readonly answered: string },
): Promise<EvidenceRecord> {
  const [[start, end]] = carried as [[number, number]];
  const taken = { advice: 'done', about: 'success', code: '80000000', httpStatus: 200 } as const;
  const refused = { advice: 'split', about: 'target', code: '80300028', httpStatus: 400 } as const;
  return {
    type: 'verdict',
    batch,
    ...(more.parent !== undefined && { parent: more.parent }),
    attempt: 1,
    sentAt: at(more.sent),
    answeredAt: at(more.answered),
    targets: carried,
    digest: await hmac(digestedBatch(tokens.slice(start, end))),
    ...(batch % 2 === 1 ? taken : refused),
    requestId: `r-${batch}`,
    ...(batch % 2 === 1 && { accepted: carried }),
    ...(batch === 4 && {
      notAccepted: [
        {
          at: 3,
          outcome: 'rejected',
          reason: 'Token app mismatch with specify app.',
          digest: await hmac(digestedTarget('token-d')),
        },
      ],
    }),
  };
}

describe('the example of docs/evidence.md', () => {
  let written: readonly string[];

  beforeAll(async () => {
    written = writeEvidence([
      header,
      { type: 'session', at: at('010') },
      await request(1, [[0, 2]], { sent: '020', answered: '120' }),
      await request(2, [[2, 4]], { sent: '030', answered: '140' }),
      await request(3, [[2, 3]], { parent: 2, sent: '150', answered: '240' }),
      await request(4, [[3, 4]], { parent: 2, sent: '160', answered: '250' }),
      {
        type: 'seal',
        at: at('260'),
        targets: { ...totals, accepted: 3, rejected: 1, unknown: 0, notAttempted: 0 },
        requests: { sent: 4, retried: 0, throttled: 0 },
      },
    ]);
  });

  it('is what these records are written as', () => {
    const signature = signatureLine({ seq: 7, hash: HEAD }, readSigningKey(SIGNING_PEM));
    expect(textOf([...written, signature])).toBe(evidence);
    expect(evidenceKeyText({ recallId: 'example', key: KEY })).toBe(block('json'));
  });

  it('holds, with its targets and its public key', async () => {
    const report = await verify(evidence, {
      publicKey: readPublicKey(block('pem')),
      expectedHead: HEAD,
      compare: { key: readEvidenceKey(block('json')), targets: each([tokens]) },
    });
    expect(report).toEqual({
      holds: true,
      sealed: true,
      problems: [],
      furtherProblems: 0,
      notChecked: [],
      header: expect.objectContaining({ ...header }) as unknown,
      targets: { ...totals, accepted: 3, rejected: 1, unknown: 0, notAttempted: 0 },
      records: 8,
      sessions: 1,
      verdicts: 4,
      lost: 0,
      headHash: HEAD,
      signature: { fingerprint: FINGERPRINT, valid: true, expectedKey: true },
      compared: { given: 4, covered: 4, digests: 5, mismatched: 0 },
    });
  });

  it('has its hashes in the text as well', () => {
    expect(page).toContain(`The head hash is \`${HEAD}\``);
    expect(page).toContain(FINGERPRINT);
  });
});
