import type { Askable, ListedMandate, NamedBody } from '@induct/accreditation';
import { BODY_KIND_NAMES, CAPACITIES, CAPACITY_NAMES, ROLE_NAMES, ROLES } from '@induct/people';
import { britishTimeAndDate, dayInLondon } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import type { Cell, Column } from '../../lists/list';
import { figure } from '../../words/counted';
import { inForceInWords, isAdopted, stateOf, termInWords, whoInWords } from './mandate.words';
import { TITLE_LIMIT } from './mandate.form';

export const mandateHref = (id: string): string => `/admin/mandates/${id}`;

/** Of the list of mandates. */
export const mandateColumns = (now: Date): readonly Column<ListedMandate>[] => [
  { head: 'Mandate', cell: (one) => ({ text: one.title, href: mandateHref(one.id), classes: 'induct-breaks' }) },
  { head: 'Asks for', cell: ({ asks }) => asks },
  { head: 'Who, by when', speaks: true, cell: (one) => ({ text: whoInWords(one), more: termInWords(one) }) },
  { head: 'State', cell: (one) => ({ tag: stateOf(one, now), detail: aloneNote(one) }) },
  { head: 'How far', speaks: true, cell: howFar },
];

/** `16 of 42 met, 3 overdue`, and its share as a bar; nothing of what asked nobody. */
export function howFar({ outcome, met, open, overdue }: ListedMandate): string | Cell {
  if (outcome !== 'adopted' && outcome !== 'adopted_alone') return '';
  const asked = met + open;
  const text = `${figure(met)} of ${figure(asked)} met${overdue > 0 ? `, ${figure(overdue)} overdue` : ''}`;
  return asked > 0 ? { text, bar: met / asked } : text;
}

const aloneNote = ({ outcome }: ListedMandate): string | undefined =>
  outcome === 'adopted_alone' ? 'Adopted by one person alone' : undefined;

interface FormFacts {
  askable: Askable;
  bodies: readonly NamedBody[];
  /** Of a champion: the only group they may ask. */
  ownGroup: NamedBody | undefined;
  people: readonly { value: string; text: string }[];
}

/** The form that proposes one, with what can be chosen. */
export function newMandateView({ askable, bodies, ownGroup, people }: FormFacts, form: Fields, problems: FormProblems) {
  const option = (name: string) => (value: string, text: string) => ({ value, text, selected: form[name] === value });
  const what = option('what');
  const choose = { value: '', text: 'Choose' };
  const whom = option('whom');
  const [seats, groups] = [
    bodies.filter(({ kind }) => kind !== 'group'),
    bodies.filter(({ kind }) => kind === 'group'),
  ];
  const chosen = new Set([form['capacities'] ?? []].flat());
  return {
    what: [
      choose,
      ...askable.schemes.map(({ id, name }) =>
        what(`scheme:${id}`, `${name}: everything that the certificate asks for`),
      ),
      ...askable.requirements.map(({ id, title }) => what(`requirement:${id}`, title)),
      ...askable.modules.map(({ id, title }) => what(`module:${id}`, title)),
    ],
    whom: [
      choose,
      whom('role:member', 'Every member'),
      ...seats.map(({ id, kind, name }) => whom(`body:${id}`, `${name} (${BODY_KIND_NAMES[kind].toLowerCase()})`)),
      ...groups.map(({ id, name }) => whom(`group:${id}`, `${name} (political group)`)),
      ...ROLES.filter((role) => role !== 'member').map((role) => whom(`role:${role}`, `${ROLE_NAMES[role]} (role)`)),
      whom('person', 'One person, whom you name below'),
    ],
    capacities: CAPACITIES.map((value) => ({ value, text: CAPACITY_NAMES[value], checked: chosen.has(value) })),
    ownGroup,
    people,
    limit: TITLE_LIMIT,
    form,
    ...problems,
  };
}

/** Who looks at a mandate, and what they may do. */
export interface MandateDecider {
  id: string;
  isOfficer: boolean;
  /** Officers who may do what this one may not, by name. */
  others: readonly string[];
  /** Of an officer: from then on what they say counts. */
  confirmsFrom: Date | undefined;
}

/** The page of one mandate. */
export function mandateView(
  one: ListedMandate,
  reader: MandateDecider,
  now: Date,
  form: Fields,
  problems: FormProblems,
) {
  const waits = one.outcome === null;
  const isInForce = isAdopted(one);
  const asksAlone = reader.isOfficer && one.personId === reader.id;
  const from = reader.confirmsFrom;
  const isNew = from !== undefined && from > now;
  const decides = waits && reader.isOfficer && one.proposedBy !== reader.id;
  const ends = reader.isOfficer && isInForce && !asksAlone;
  const said = (verb: string, name: string | null, at: Date | null) =>
    at && `${verb} by ${name ?? 'somebody who has left'} at ${britishTimeAndDate(at)}`;
  return {
    mandate: {
      ...one,
      href: mandateHref(one.id),
      state: stateOf(one, now),
      whoWords: whoInWords(one),
      termWords: termInWords(one),
      inForce: inForceInWords(one, dayInLondon(now)),
      proposed: said('Proposed', one.proposedByName, one.proposedAt),
      decided: said(OUTCOMES[one.outcome ?? 'adopted'], one.decidedByName, one.decidedAt),
      ended: said('Ended', one.endedByName, one.endedAt),
      isOwn: one.proposedBy === reader.id,
      mayDecide: decides && !isNew,
      /** Whose role is new decides and ends nothing yet. */
      newUntil: isNew && (decides || ends) ? from : undefined,
      notBefore: isNew && (decides || ends) ? britishTimeAndDate(from) : undefined,
      /** Nobody lets themselves off: they adopt it, and neither refuse nor end it. */
      others: asksAlone && (waits ? one.proposedBy !== reader.id : isInForce) ? others(reader.others) : undefined,
      mayWithdraw: waits && one.proposedBy === reader.id,
      mayEnd: ends && !isNew,
      /** What a group asks itself stays in the group. */
      seesWho: one.who !== 'group' || !reader.isOfficer,
    },
    form,
    ...problems,
  };
}

/** `Ruth Calloway or Sam Field`; of nobody, who can make somebody an officer. */
const others = (names: readonly string[]): string =>
  names.length === 0
    ? 'there is no other officer who can yet: an administrator can give somebody the role'
    : new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

const OUTCOMES = {
  adopted: 'Adopted',
  adopted_alone: 'Adopted alone, because there was nobody else,',
  refused: 'Refused',
  withdrawn: 'Withdrawn',
} as const;
