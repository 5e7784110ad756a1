import type { Follows } from '@induct/accreditation';
import { britishDate } from '@induct/platform';
import { addressOf } from './address';
import type { CertificateAct } from './acts';

/** What hangs on a certificate, as officers read it. */
export const followsView = ({ resting, waiting, again }: Follows) => ({
  resting: resting.map((one) => ({
    number: one.number,
    href: addressOf(one),
    scheme: one.scheme,
    says: restingWords(one),
  })),
  waiting: waiting.map(({ scheme, awardedAt }) => ({ scheme, on: britishDate(awardedAt) })),
  again: again.map(({ title, dueOn, inGroup }) => ({
    title,
    by: britishDate(dueOn),
    told: inGroup
      ? 'they are reminded by letter, and the champion of the group hears of it a week after that day'
      : 'they are reminded by letter; the champion of their group hears of it a week after that day, officers after two, the monitoring officer after four',
  })),
});

function restingWords({ state, directly, revoking, suspending }: Follows['resting'][number]): string {
  const stands = state === 'suspended' ? 'is suspended' : 'is in force';
  const asked = revoking ? ', and is proposed to be revoked' : suspending ? ', and is proposed to be suspended' : '';
  return `${directly ? '' : 'rests on what rests on it; '}${stands}${asked}`;
}

/** Said of what rests on it, before it is done: of certificates, and of what waits for an officer. */
export const restingAsks = ({ verb }: Pick<CertificateAct, 'verb'>) => ({
  certificates: `No certificate is taken with it. When it is ${verb === 'revoke' ? 'revoked' : 'suspended'}, the same is proposed of each that rests on it directly, and a second officer decides.`,
  waiting:
    verb === 'revoke'
      ? 'What waits for an officer is not issued once it is revoked. Who then shows what is missing is given it anew.'
      : 'What waits for an officer is issued in no batch until the suspension is lifted.',
});
