interface PartStatus {
  completion: string;
  success: string;
}

/** A part's status in words, as in the player's own table of contents (browser/page/contents.ts). */
export function statusWords({ completion, success }: PartStatus): string {
  if (success === 'passed') return 'Passed';
  if (success === 'failed') return 'Not passed yet';
  if (completion === 'completed') return 'Done';
  return completion === 'incomplete' ? 'Started' : 'Not started';
}

export function statusMark({ completion, success }: PartStatus): 'done' | 'started' | 'open' {
  if (success === 'passed' || (completion === 'completed' && success !== 'failed')) return 'done';
  return completion === 'not_attempted' ? 'open' : 'started';
}
