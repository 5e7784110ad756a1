import { answeredNo, type ChecklistItem, partsSeen, type TesterRow } from '@induct/steering';
import { britishDate, britishTimeAndDate, learningTime } from '@induct/platform';
import { counted } from '../../words/counted';
import type { Tag } from '../words';

/** A tester and what they did. @param checklist, parts of the round and its version */
export function testerView(tester: TesterRow, checklist: readonly ChecklistItem[], parts: number, now: Date) {
  const { name, startedAt, previewSeconds, findings, decision, decidedAt, reason } = tester;
  return {
    name,
    previewed: startedAt
      ? `${britishDate(startedAt)}, ${timeSpent(previewSeconds)}, ${partsSeen(tester.partsOpened, parts)}`
      : 'Not started',
    standing: standing(tester, now),
    findings: String(findings),
    tag: decisionTag(tester),
    decided: decision && decidedAt ? britishDate(decidedAt) : '',
    noes: answeredNo(checklist, tester.checklist ?? {}).map(({ id, text }) => ({
      text,
      note: tester.checklist?.[id]?.note ?? '',
    })),
    reason: decision === 'refused' ? reason : (tester.couldNotFinishAt && tester.couldNotFinishWhy) || '',
    told: told(tester),
  };
}

/** What is to be known about a tester's word; empty for most. */
function standing({ confirmsFrom, grantedAlone, decision }: TesterRow, now: Date): string[] {
  return [
    confirmsFrom === null && (decision === null ? 'No longer a tester: cannot sign off' : 'No longer a tester'),
    confirmsFrom !== null && confirmsFrom > now && `Cannot sign off until ${britishTimeAndDate(confirmsFrom)}`,
    grantedAlone && 'Made a tester by one person alone',
  ].filter((line) => line !== false);
}

/** Somebody who has looked has looked for some time. */
export const timeSpent = (seconds: number): string => learningTime(Math.max(1, seconds));

function decisionTag({ decision, couldNotFinishAt, startedAt }: TesterRow): Tag {
  if (decision === 'signed_off') return { text: 'Signed off', kind: 'done' };
  if (decision === 'refused') return { text: 'Refused', kind: 'bad' };
  if (couldNotFinishAt) return { text: 'Could not finish', kind: 'warning' };
  return startedAt ? { text: 'Testing', kind: 'going' } : { text: 'Not started', kind: 'todo' };
}

const told = ({ invitedAt, nudgedAt }: TesterRow): string =>
  nudgedAt
    ? `Invited on ${britishDate(invitedAt)}, reminded on ${britishDate(nudgedAt)}`
    : `Invited on ${britishDate(invitedAt)}`;

/** What the round lacks to reach its quorum, in sentences; empty when nothing is missing. */
export function whatIsMissing({
  quorum,
  signedOff,
  blocking,
  testersList,
}: {
  quorum: number;
  signedOff: number;
  blocking: number;
  testersList: readonly TesterRow[];
}): string[] {
  const missing = quorum - signedOff;
  const undecided = testersList.filter(({ decision }) => decision === null);
  const lines: string[] = [];
  if (missing > 0) {
    lines.push(`${counted(missing, 'more sign-off is', 'more sign-offs are')} needed.`);
    if (undecided.length > 0) lines.push(`Not decided yet: ${undecided.map(({ name }) => name).join(', ')}.`);
    if (undecided.length < missing) {
      lines.push(
        'That is more than there are testers who have not decided: somebody who refused has to change their mind, or another tester is needed.',
      );
    }
  }
  if (blocking > 0) {
    lines.push(
      `${counted(blocking, 'blocking finding is', 'blocking findings are')} not settled. The version cannot be published before ${blocking === 1 ? 'it is' : 'they are'}.`,
    );
  }
  return lines;
}
