import { said } from '@induct/platform';

interface PartStatus {
  completion: string;
  success: string;
}

/** A part's status in words, as in the player's own table of contents (browser/page/contents.ts). */
export function statusWords({ completion, success }: PartStatus): string {
  if (success === 'passed') return said('Passed');
  if (success === 'failed') return said('Not passed yet');
  if (completion === 'completed') return said('Done');
  return completion === 'incomplete' ? said('Started') : said('Not started');
}

export function statusMark({ completion, success }: PartStatus): 'done' | 'started' | 'open' {
  if (success === 'passed' || (completion === 'completed' && success !== 'failed')) return 'done';
  return completion === 'not_attempted' ? 'open' : 'started';
}
