/** Of a record of evidence, what tells of outcomes: see docs/evidence.md. */
interface VerdictRecord {
  readonly accepted?: readonly (readonly [start: number, end: number])[];
  readonly notAccepted?: readonly { readonly at: number; readonly outcome: string }[];
}

/** What evidence says of each target, by its position in the input. A later record comes before an earlier one. */
export function outcomesInEvidence(text: string): ReadonlyMap<number, string> {
  const outcomes = new Map<number, string>();
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const { accepted = [], notAccepted = [] } = JSON.parse(line) as VerdictRecord; // as the format has it
    for (const [start, end] of accepted)
      for (let position = start; position < end; position += 1) outcomes.set(position, 'accepted');
    for (const { at, outcome } of notAccepted) outcomes.set(at, outcome);
  }
  return outcomes;
}
