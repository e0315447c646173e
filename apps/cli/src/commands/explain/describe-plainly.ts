import type { CatalogEntry, CatalogText, Explanation } from '@unpush/core';

/** An explanation as `--json` prints it. */
export interface PlainExplanation extends CatalogEntry, CatalogText {
  /** The code as it was typed. */
  readonly asked: string;
  /** What unpush does by itself, in words; `advice` is the same for machines. */
  readonly unpushDoes: string;
}

/** An explanation as one flat object. */
export const describePlainly = ({ entry, text, advice }: Explanation, asked: string): PlainExplanation => ({
  asked,
  ...entry,
  ...text,
  unpushDoes: advice,
});
