import { type Candidate, IMPORT_FIELD_NAMES, type ImportField, periodInWords, type RowToChoose } from '@induct/people';
import { said, w } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';
import { capacityName } from '../../words/held-seats';
import { BROUGHT } from './choose.form';

/** More terms and seats than that tell nobody apart. */
const MOST = 4;

/** A row whose name two people have: what it says, and everybody it could be about. */
export function chooseView({ one, row, judged, people }: RowToChoose, form: Fields, problems: FormProblems) {
  const { couldBe } = judged;
  const now = chosenNow(judged);
  const choice = (value: string, text: string, hint: string) => ({
    value,
    text,
    hint: { text: hint, classes: 'induct-breaks' },
    checked: value === (form['meant'] ?? now),
  });
  return {
    href: `/admin/memberships/import/${one.id}`,
    fileName: one.fileName,
    number: row.number,
    name: judged.name,
    says: Object.entries(row.values).map(([field, text]) => ({
      key: { text: IMPORT_FIELD_NAMES[field as ImportField] },
      value: { text, classes: 'induct-breaks' },
    })),
    choices: [
      ...people.map((person) => choice(person.id, person.name, whoItIs(person))),
      ...couldBe.brought.map((email) =>
        choice(`${BROUGHT}${email}`, judged.name, `${email}. New by another row of this list.`),
      ),
    ],
    somebodyNew: choice(
      'new',
      'Somebody new',
      couldBe.email === null
        ? 'They get an account as a member once the list is applied.'
        : `They get an account as a member once the list is applied: ${couldBe.email}.`,
    ),
    asksAddress: couldBe.email === null,
    email: form['email'] ?? '',
    left: left(one.asking, judged.outcome === 'problem'),
    ...problems,
  };
}

/** What was chosen before, as the value of its radio; whom another row brings has that row's number as id. */
function chosenNow({ personId, number, couldBe }: RowToChoose['judged']): string {
  if (personId === null || !personId.startsWith('new:')) return personId ?? '';
  if (personId === `new:${number}`) return 'new';
  return couldBe.brought.length === 1 ? `${BROUGHT}${couldBe.brought[0]}` : '';
}

function left(asking: number, isAmong: boolean): string | undefined {
  const others = asking - (isAmong ? 1 : 0);
  if (others <= 0) return undefined;
  return `${counted(others, 'other row asks', 'other rows ask')} who is meant: you come to ${others === 1 ? 'it' : 'them'} next.`;
}

/** What tells somebody from another of the name: `ann@northmoor.example. From the division North. Green Valleys. …` */
function whoItIs({ email, division, group, isActive, terms, seats }: Candidate): string {
  const inOffice = terms.slice(0, MOST).map((term) => `${term.division}, ${periodInWords(term)}`);
  const sits = seats
    .slice(0, MOST)
    .map(({ name, kind, capacity }) => `${name} (${capacityName(capacity, kind).toLowerCase()})`);
  return [
    email,
    division === null ? said('No division is recorded') : w`From the division ${division}`,
    group ?? 'In no group',
    inOffice.length > 0 ? `In office: ${inOffice.join('; ')}` : 'No term of office is recorded',
    sits.length > 0 ? `Sits on ${sits.join(', ')}` : 'Sits on no committee today',
    ...(isActive ? [] : ['Their account is deactivated']),
  ]
    .map((words) => `${words}.`)
    .join(' ');
}
