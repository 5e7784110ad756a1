import { isBroken, type ResourceVersion } from '@induct/handbook';
import { britishDate } from '@induct/platform';

const WHY: Record<string, string> = {
  'no-name': 'there is no such host name',
  'no-answer': 'nothing answered',
  certificate: 'its certificate cannot be trusted',
  redirects: 'it leads from one address to the next and nowhere else',
  address: 'it leads to an address that is none of the web',
};

type Checked = Pick<ResourceVersion, 'outcome' | 'checkedAt' | 'failingSince' | 'why' | 'status'>;

/** What came of looking at an address, for whoever looks after it. */
export function linkWords(check: Checked): string {
  const { outcome, checkedAt, failingSince, why, status } = check;
  if (!checkedAt || !outcome) return 'Not looked at yet. Addresses are looked at once a week.';
  const on = britishDate(checkedAt);
  if (failingSince) {
    const because = why === 'status' ? `the server answered ${status}` : (WHY[why ?? ''] ?? 'nothing answered');
    const since = `It fails since ${britishDate(failingSince)}: ${because}, last on ${on}.`;
    return isBroken(check)
      ? `${since} Members are told that it does not work.`
      : `${since} Members are told so when it has failed for three days.`;
  }
  if (outcome === 'needs_sign_in') return `It asks for a sign-in (${on}).`;
  if (outcome === 'not_public')
    return `It leads into a network of your own, at which we do not look (${on}). Try it yourself now and then.`;
  if (outcome === 'unsure')
    return `We could not tell whether it works (${on}): ${unsureWords(check)}. Try it yourself.`;
  return `It worked on ${on}.`;
}

const unsureWords = ({ why, status }: Checked): string =>
  why === 'status' ? `the server answered ${status}` : (WHY[why ?? ''] ?? 'the server answered oddly');
