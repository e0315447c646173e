/** Who has asked for something, and why: for the record, and for the evidence. */
export interface AuditNote {
  /** In the words of whoever lets people in: the id of a key, an e-mail address. */
  readonly by: string;
  readonly reason?: string;
}
