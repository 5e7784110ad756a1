import type { Waiting, WaitingKind } from '@induct/steering';
import { counted } from '../../words/counted';
import { deadlineWords, inWords, isNear } from '../../words/deadline';

/** A line of what waits for somebody: words, and where it is done. */
export interface WaitingLine {
  href: string;
  text: string;
  due: string;
  kind: 'bad' | 'warning' | 'going' | 'todo';
}

const KINDS: Record<WaitingKind, WaitingLine['kind']> = {
  deadline: 'bad',
  override: 'bad',
  confirm: 'warning',
  preview: 'going',
  sign_off: 'going',
  assigned: 'warning',
  unanswered: 'todo',
};

/** Ten of a kind are listed; that there are more is said after them. */
export function waitingLines(waiting: readonly Waiting[], now: Date): (WaitingLine | { more: string })[] {
  return waiting.flatMap((one, index) => {
    const line = waitingLine(one, now);
    const isLast = waiting[index + 1]?.kind !== one.kind;
    const listed = waiting.filter(({ kind }) => kind === one.kind).length;
    return isLast && one.total > listed
      ? [line, { more: `and ${counted(one.total - listed, 'more', 'more')}` }]
      : [line];
  });
}

function waitingLine(one: Waiting, now: Date): WaitingLine {
  const presses = one.due !== null && isNear(one.due, now);
  const kind = KINDS[one.kind];
  return {
    href: HREFS[one.kind](one),
    text: WORDS[one.kind](one, now),
    due: one.due && one.kind !== 'deadline' ? `By ${deadlineWords(one.due, now)}` : '',
    kind: presses && kind === 'going' ? 'warning' : kind,
  };
}

const round = ({ id }: Waiting) => `/testing/rounds/${id}`;
const finding = ({ id }: Waiting) => `/testing/findings/${id}`;
const HREFS: Record<WaitingKind, (one: Waiting) => string> = {
  deadline: round,
  override: ({ courseSlug, versionNumber }) => `/admin/modules/${courseSlug}/versions/${versionNumber}`,
  confirm: finding,
  preview: round,
  sign_off: (one) => `${round(one)}/sign-off`,
  assigned: finding,
  unanswered: (one) => `${round(one)}?state=open#findings`,
};

const version = ({ courseTitle, versionNumber }: Waiting) => `${courseTitle}, version ${versionNumber}`;
const WORDS: Record<WaitingKind, (one: Waiting, now: Date) => string> = {
  deadline: (one, now) =>
    `${version(one)}: the round closes ${inWords(one.due ?? now, now)} and lacks ${counted(one.number, 'sign-off')}`,
  override: (one) => `Confirm or decline the override for ${version(one)}: ${one.text}`,
  confirm: (one) => `Is finding ${one.number} on ${one.courseTitle} settled? ${one.text}`,
  preview: (one) => `Preview ${version(one)}`,
  sign_off: (one) => `Sign off or refuse ${version(one)}`,
  assigned: (one) => `You look after finding ${one.number} on ${one.courseTitle}: ${one.text}`,
  unanswered: (one) =>
    `${counted(one.number, 'finding', 'findings')} on ${one.courseTitle} ${one.number === 1 ? 'has' : 'have'} no answer yet`,
};
