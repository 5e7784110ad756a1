import { answeredNo, type ChecklistAnswers, type RoundDetail } from '@induct/steering';
import { counted } from '../../words/counted';
import { signOffFields } from './sign-off.form';

/**
 * Asks a tester who signs off, and answered no to something, whether they mean it.
 * @param reason as typed: it comes back with the form when they change their mind
 */
export function signOffCheckView(round: RoundDetail, checklist: ChecklistAnswers, reason: unknown) {
  const noes = answeredNo(round.checklist, checklist);
  const fields = signOffFields(round.checklist, {
    decision: 'signed_off',
    reason: typeof reason === 'string' ? reason : '',
    checklist,
  });
  return {
    href: `/testing/rounds/${round.id}`,
    module: `${round.courseTitle}, version ${round.versionNumber}`,
    says: `You answered no to ${counted(noes.length, 'line')} of the checklist:`,
    noes: noes.map(({ id, text }) => ({ text, note: checklist[id]!.note })),
    hidden: Object.entries(fields).map(([name, value]) => ({ name, value: value ?? '' })),
  };
}
