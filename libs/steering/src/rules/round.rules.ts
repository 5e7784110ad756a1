import type { ChecklistAnswers, ChecklistItem, ClosedWhy, Decision, Round } from './round';
import { CHECKLIST_ANSWERS } from './round';

/** What the steering group looks at unless an officer asks something else. */
export const USUAL_CHECKLIST = [
  'The content is right and up to date',
  'It is written in plain English',
  'It works by keyboard and with a screen reader',
  'It works on a tablet',
  'It takes the time that is announced',
  'The questions are fair',
];

/** One tester alone never carries a version, whatever a council agrees on. */
export const LEAST_QUORUM = 2;
const MOST_LEAST_QUORUM = 20;

/** Why a council cannot ask for so many sign-offs at least; undefined when it can. */
export function leastQuorumProblem(least: number, now: number): string | undefined {
  if (!Number.isInteger(least)) return 'Enter a whole number, like 2';
  if (least < LEAST_QUORUM) return `Every version is signed off by ${LEAST_QUORUM} testers or more`;
  if (least > MOST_LEAST_QUORUM) return `Enter ${MOST_LEAST_QUORUM} or less`;
  return least === now ? `It is ${now} already` : undefined;
}

export const ROUND_LIMITS = {
  /** Lines of a checklist. */
  items: 20,
  /** Characters of a line. */
  item: 200,
  /** Characters of the focus, a reason, a note. */
  text: 5000,
  /** Characters of a reason to refuse, at least. */
  reason: 10,
  testers: 100,
};

/** The lines as they are asked; their ids stay when answers are kept. */
export function checklistOf(lines: readonly string[] = USUAL_CHECKLIST): ChecklistItem[] {
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .map((text, at) => ({ id: String(at + 1), text }));
}

/** Why a round cannot be opened like this; undefined when it can. */
export function roundProblem(
  order: {
    /** How many sign-offs the council asks for at least. */
    leastQuorum: number;
    testers: readonly string[];
    quorum: number;
    deadline: Date;
    focus: string;
    checklist: readonly ChecklistItem[];
  },
  openedBy: string,
  now: Date,
): string | undefined {
  const testers = new Set(order.testers);
  if (testers.size === 0) return 'Choose at least one tester';
  if (testers.size > ROUND_LIMITS.testers) return `Choose ${ROUND_LIMITS.testers} testers at most`;
  if (testers.has(openedBy)) return 'Whoever opens a round cannot test in it: ask another officer to open it';
  const least = Math.max(LEAST_QUORUM, order.leastQuorum);
  if (!Number.isInteger(order.quorum) || order.quorum < least) return `The quorum must be ${least} or more`;
  if (order.quorum > testers.size) return 'The quorum cannot be more than the number of testers';
  if (order.focus.length > ROUND_LIMITS.text) return `What to look at must be ${ROUND_LIMITS.text} characters or fewer`;
  if (order.checklist.length === 0) return 'The checklist needs at least one line';
  if (order.checklist.length > ROUND_LIMITS.items) return `The checklist can have ${ROUND_LIMITS.items} lines at most`;
  if (order.checklist.some(({ text }) => text.length > ROUND_LIMITS.item))
    return `Each line of the checklist must be ${ROUND_LIMITS.item} characters or fewer`;
  return deadlineProblem(order.deadline, now);
}

export const deadlineProblem = (deadline: Date, now: Date): string | undefined =>
  deadline > now ? undefined : 'The deadline must be in the future';

/** What a tester says of a version. */
export interface TesterSays {
  decision: Decision;
  reason: string;
  checklist: ChecklistAnswers;
  /** They were asked, and sign off although they answered no to something. */
  despiteNo?: boolean | undefined;
}

/** Why a tester's decision cannot be taken; undefined when it can. */
export function decisionProblem(checklist: readonly ChecklistItem[], given: TesterSays): string | undefined {
  const reason = given.reason.trim();
  if (given.decision === 'refused' && reason.length < ROUND_LIMITS.reason)
    return `Say why, in ${ROUND_LIMITS.reason} characters or more`;
  if (reason.length > ROUND_LIMITS.text) return `The reason must be ${ROUND_LIMITS.text} characters or fewer`;
  for (const { id, text } of checklist) {
    const answer = Object.hasOwn(given.checklist, id) ? given.checklist[id] : undefined;
    if (!answer || !CHECKLIST_ANSWERS.includes(answer.answer)) return `Answer “${text}”`;
    if ((answer.note ?? '').length > ROUND_LIMITS.text)
      return `The note on “${text}” must be ${ROUND_LIMITS.text} characters or fewer`;
    if (given.decision === 'signed_off' && answer.answer === 'no' && noteOf(answer) === '')
      return `Say what is wrong, or which finding says it: “${text}”`;
  }
  if (given.decision === 'signed_off' && !given.despiteNo && answeredNo(checklist, given.checklist).length > 0)
    return 'You answered no: say that you sign off all the same';
  return undefined;
}

/** The lines that were answered with no. */
export const answeredNo = (checklist: readonly ChecklistItem[], answers: ChecklistAnswers): ChecklistItem[] =>
  checklist.filter(({ id }) => Object.hasOwn(answers, id) && answers[id]?.answer === 'no');

const noteOf = ({ note = '' }: { note?: string }): string => note.replaceAll('\0', '').trim();

/** Only what was asked, in the order of the checklist. */
export const answersTo = (checklist: readonly ChecklistItem[], given: ChecklistAnswers): ChecklistAnswers =>
  Object.fromEntries(checklist.map(({ id }) => [id, { answer: given[id]!.answer, note: noteOf(given[id]!) }]));

/** Sign-offs that count: of exactly these bytes. */
export const signedOff = (
  signOffs: readonly { decision: Decision; packageSha256: Buffer }[],
  packageSha256: Buffer,
): number =>
  signOffs.filter((signOff) => signOff.decision === 'signed_off' && signOff.packageSha256.equals(packageSha256)).length;

/** Why an open round closes now by itself; undefined when it stays open. */
export function closesBecause(
  round: Pick<Round, 'quorum' | 'deadline'>,
  signedOffNow: number,
  now: Date,
): Exclude<ClosedWhy, 'officer'> | undefined {
  if (signedOffNow >= round.quorum) return 'quorum';
  return now >= round.deadline ? 'deadline' : undefined;
}

/** A tester is reminded once in this time at most. */
export const NUDGE_AGAIN_MS = 60 * 60_000;
