/** A file is not the list whose beginning lies at the gateway. */
export class OtherListError extends Error {
  /** @param {{ bytes: number, offset: number, length: number }} facts of the file, and of what lies at the gateway */
  constructor({ bytes, offset, length }) {
    super(`the file has ${bytes} bytes, but of a list of ${length} there are ${offset} at the gateway`);
    this.name = 'OtherListError';
    this.facts = { bytes, offset, length };
  }
}
