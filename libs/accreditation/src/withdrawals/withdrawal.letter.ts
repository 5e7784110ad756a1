import { nameInText, plainLetter } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';
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

/** One sentence for each kind: what was shown decides more than one word of it in Welsh. */
const SHOWN: Record<WayKind, (what: string, on: string) => string> = {
  module: (what, on) =>
    w`For “${what}” you had shown that you completed the module, on ${on}. An officer has looked at it again and withdrawn it: it counts no more.`,
  attendance: (what, on) =>
    w`For “${what}” you had shown that you were at a session, on ${on}. An officer has looked at it again and withdrawn it: it counts no more.`,
  prior_learning: (what, on) =>
    w`For “${what}” you had shown what you learned before, on ${on}. An officer has looked at it again and withdrawn it: it counts no more.`,
  recording: (what, on) =>
    w`For “${what}” you had shown the recording you watched, on ${on}. An officer has looked at it again and withdrawn it: it counts no more.`,
  outside_certificate: (what, on) =>
    w`For “${what}” you had shown the certificate from elsewhere, on ${on}. An officer has looked at it again and withdrawn it: it counts no more.`,
};

/** That what somebody showed counts no more, why, and what is asked of them again. */
export function withdrawalLetter({ name, title, kind, metOn, reason, isMet, due, url }: AboutWithdrawal) {
  const what = nameInText(title);
  const again = due.map((one) => w`${nameInText(one.title)}, to complete by ${readerDate(one.dueOn)}`);
  return plainLetter({
    subject: w`It counts no more: what you showed for ${title}`,
    name,
    before: [
      SHOWN[kind](what, readerDate(metOn)),
      w`The officer says: ${reason}`,
      isMet
        ? w`You have met “${what}” in another way too, so nothing is asked of you again.`
        : [w`“${what}” has to be shown again. You see every way to do that on the page below.`, ...again].join('\n'),
    ],
    link: { url, text: said('See what is asked of you') },
    after: [
      said(
        'If a certificate of yours rests on it, two officers decide about that, and until then it stays as it is. If this is wrong, please tell Democratic Services.',
      ),
    ],
  });
}
