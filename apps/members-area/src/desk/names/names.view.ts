import type { NameChange, Reissue } from '@induct/accreditation';
import { britishTimeAndDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { WaitingRow, WaitingWords } from '../../lists/waiting';
import { WORDS_LIMIT } from './name-decision.form';

export const NAMES: WaitingWords = {
  heading: 'Names to correct',
  says: (total) =>
    `Members ask for these names, and for certificates that bear them: ${total} to look at. The oldest come first.`,
  empty: 'There are none: nobody asks for another name.',
  done: {
    confirmed:
      'The name is corrected, and what was in force and not in question is replaced. The member gets a letter.',
    refused: 'The name stays as it was. The member gets a letter with your words.',
  },
};

/** A name in the list of those that wait. @param reader the officer */
export const waitingName = ({ id, name, nameNow, askedAt, personId }: NameChange, reader: string): WaitingRow => ({
  href: `/admin/names/${id}`,
  name: nameNow,
  asks: { words: 'Wants to be called', name },
  says: `Asked at ${britishTimeAndDate(askedAt)}.`,
  note: personId === reader ? 'Your own: another officer looks at it.' : undefined,
});

/** The page of one name, with what would be replaced and the form that decides it. */
export function namePage(
  change: NameChange,
  { replaced, inQuestion }: Reissue,
  reader: string,
  form: Fields,
  problems: FormProblems,
) {
  const { name, nameNow, askedAt, why, personId, decidedAt, takenBackAt, decidedByName, accepted, decision } = change;
  const waits = decidedAt === null && takenBackAt === null;
  const row = ({ number, scheme }: { number: string; scheme: string }) => ({
    number,
    scheme,
    href: `/admin/certificates/${number}`,
  });
  return {
    change: {
      ...waitingName(change, reader),
      name,
      nameNow,
      asked: britishTimeAndDate(askedAt),
      person: `/admin/members/${personId}`,
      why,
      mayDecide: waits && personId !== reader,
      decided: takenBackAt
        ? `Taken back by ${nameNow} at ${britishTimeAndDate(takenBackAt)}. Nothing is to be decided.`
        : decidedAt &&
          `${accepted ? 'Confirmed' : 'Refused'} at ${britishTimeAndDate(decidedAt)} by ${decidedByName ?? 'somebody who has left'}${decision ? `: ${decision}` : '.'}`,
      replaced: waits ? replaced.map(row) : [],
      inQuestion: waits ? inQuestion.map(row) : [],
    },
    limit: WORDS_LIMIT,
    form,
    ...problems,
  };
}
