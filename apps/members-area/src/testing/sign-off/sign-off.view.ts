import { britishTimeAndDate } from '@induct/platform';
import { partsSeen, type RoundDetail, type TesterRow } from '@induct/steering';
import type { FormProblems } from '../../forms/form-problems';
import { deadlineWords } from '../../words/deadline';
import { timeSpent } from '../rounds/tester.view';
import { ANSWER_NAMES, NOTE_LIMIT, REASON_LIMIT, type SignOffFields } from './sign-off.form';

interface SignOffPage {
  round: RoundDetail;
  me: TesterRow;
  fields: SignOffFields;
  problems: FormProblems;
  now: Date;
}

/** Everything the sign-off page shows. */
export function signOffView({ round, me, fields, problems, now }: SignOffPage) {
  const { message } = problems;
  return {
    href: `/testing/rounds/${round.id}`,
    module: round.courseTitle,
    version: `Version ${round.versionNumber}, round ${round.number}`,
    closes: deadlineWords(round.deadline, now),
    started: me.startedAt !== null,
    tried: me.tried,
    spent: timeSpent(me.previewSeconds),
    seen: partsSeen(me.partsOpened, round.parts),
    cannotUntil: me.confirmsFrom && me.confirmsFrom > now ? britishTimeAndDate(me.confirmsFrom) : undefined,
    findings: me.findings,
    before: me.decision,
    lines: round.checklist.map(({ text }, index) => {
      const field = `answer-${index + 1}`;
      const note = `note-${index + 1}`;
      return {
        field,
        note: { name: note, value: fields[note], error: message[note] },
        text,
        error: message[field],
        items: Object.entries(ANSWER_NAMES).map(([value, name]) => ({
          value,
          text: name,
          checked: fields[field] === value,
        })),
      };
    }),
    decision: fields.decision,
    reason: fields.reason,
    limits: { note: NOTE_LIMIT, reason: REASON_LIMIT },
    ...problems,
  };
}
