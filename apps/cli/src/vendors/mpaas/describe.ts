import type { Selector } from '../words/recall-words.ts';
import type { AppWords, KeptWords, NotificationWords, VendorWords } from '../words/recall-words.ts';

/** How mPaaS's things are called. */
export const MPAAS_WORDS: VendorWords = {
  catalog: 'mpaas',
  appId: 'app or workspace id',
  keptOfApp: 'app, workspace and tenant',
  wrongApp: ['3007', '8012', '8013', 'InvalidApi.NotFound', '404'],
  credential: { one: 'a signed request', many: 'signed requests' },
  credentialFlag: '--access-key-file FILE',
  renewed:
    'mPaaS refused what requests were signed with; access key and clock difference were looked up anew.',
  refusedTwice:
    "mPaaS refused what requests were signed with, and nothing newer could be had: put the present access key where it is read from, and see to this machine's clock.",
};

/** An app, in its workspace: `ONEX570DA89211721/default`. No AppId has a slash. */
export function describeApp(app: string, kept: KeptWords = {}): AppWords {
  const slash = app.indexOf('/');
  const [appId, workspaceId] = [app.slice(0, slash), app.slice(slash + 1)];
  const { tenantId } = kept;
  const text = `app ${appId}, workspace ${workspaceId}`;
  const fields = { appId, workspaceId };
  return typeof tenantId === 'string'
    ? { text: `${text}, tenant ${tenantId}`, fields: { ...fields, tenantId } }
    : { text, fields };
}

/** A message by the sender's id of it, target by target; a task as a whole. */
export const describeNotification = ({ messageId, taskId }: Selector): NotificationWords =>
  taskId === undefined
    ? {
        id: { name: 'messageId', value: String(messageId ?? '') },
        kind: { full: 'simple or template push', brief: '' },
        target: { one: 'target', many: 'targets' },
      }
    : {
        id: { name: 'taskId', value: String(taskId) },
        kind: { full: 'batch push or broadcast, as a whole', brief: 'task' },
        target: { one: 'task', many: 'tasks' },
        whole: 'take the whole task back, from everybody it went to',
      };
