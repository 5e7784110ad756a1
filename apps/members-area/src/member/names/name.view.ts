import type { NameChange } from '@induct/accreditation';
import { readerDate, w } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { WHY_LIMIT } from './name.form';

/** The form that asks for another name; or what is said while one waits. */
export function nameView(nameNow: string, newest: NameChange | undefined, form: Fields, problems: FormProblems) {
  const waits = newest?.decidedAt === null && newest.takenBackAt === null;
  return {
    nameNow,
    waiting: waits && {
      name: newest.name,
      asked: readerDate(newest.askedAt),
      why: newest.why,
      takeBack: `/certificates/name/${newest.id}/take-back`,
    },
    decided: !waits && newest ? decidedView(newest) : undefined,
    limit: WHY_LIMIT,
    form: { name: form.name ?? nameNow, why: form.why },
    ...problems,
  };
}

function decidedView({ name, accepted, decision, decidedAt, takenBackAt }: NameChange) {
  if (takenBackAt !== null)
    return {
      text: w`On ${readerDate(takenBackAt)} you took back that you want to be called ${name}. Your name stays as it is.`,
      words: null,
    };
  return {
    text: accepted
      ? w`On ${readerDate(decidedAt!)} your name was corrected to ${name}.`
      : w`On ${readerDate(decidedAt!)} an officer decided that your name stays as it is, and is not corrected to ${name}.`,
    words: decision,
  };
}
