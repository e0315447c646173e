/**
 * The shape of an operation's answer.
 *
 * - `push` pushes and revokes: `ResultCode`, and `PushResult` with its own `Success`
 * - `content` queries of schedulers: `ResultCode`, and `ResultContent`
 * - `flat` templates and devices: `Code` and `Success`
 *
 * An error of the gateway, which has a shape of its own, can come in place of each.
 */
export type Envelope = 'push' | 'content' | 'flat';
