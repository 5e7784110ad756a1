import { nameInText, plainLetter } from '@induct/letters';
import { britishDate, type Day } from '@induct/platform';
import type { WayKind } from '../requirements/way-kind';

interface AboutWithdrawal {
  name: string;
  /** Of the requirement. */
  title: string;
  kind: WayKind;
  metOn: Day;
  /** As the officer wrote it. */
  reason: string;
  /** Something else meets it. */
  isMet: boolean;
  /** What asks for it by a day; the earliest first. */
  due: readonly { title: string; dueOn: Day }[];
  url: string;
}

const SHOWN: Record<WayKind, string> = {
  module: 'that you completed the module',
  attendance: 'that you were at a session',
  prior_learning: 'what you learned before',
  recording: 'the recording you watched',
  outside_certificate: 'the certificate from elsewhere',
};

/** That what somebody showed counts no more, why, and what is asked of them again. */
export function withdrawalLetter({ name, title, kind, metOn, reason, isMet, due, url }: AboutWithdrawal) {
  const what = `“${nameInText(title)}”`;
  const again = due.map((one) => `${nameInText(one.title)}, to complete by ${britishDate(one.dueOn)}`);
  return plainLetter({
    subject: `It counts no more: what you showed for ${title}`,
    name,
    before: [
      `For ${what} you had shown ${SHOWN[kind]}, on ${britishDate(metOn)}. An officer has looked at it again and withdrawn it: it counts no more.`,
      `The officer says: ${reason}`,
      isMet
        ? `You have met ${what} in another way too, so nothing is asked of you again.`
        : [`${what} has to be shown again. You see every way to do that on the page below.`, ...again].join('\n'),
    ],
    link: { url, text: 'See what is asked of you' },
    after: [
      'If a certificate of yours rests on it, two officers decide about that, and until then it stays as it is. If this is wrong, please tell Democratic Services.',
    ],
  });
}
