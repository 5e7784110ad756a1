import {
  type EffectCounts,
  type EffectRow,
  type Nameable,
  namesOf,
  type ShownScheme,
  type ShownVersion,
  type Simulation,
} from '@induct/accreditation';
import { britishDate, britishTimeAndDate } from '@induct/platform';
import { z } from 'zod';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { filtered, oneOf, pageNumber } from '../../lists/filter';
import { type Column, listView } from '../../lists/list';
import { counted, figure } from '../../words/counted';
import { type OwnProposal, ownProposal } from './own-proposal';
import { EFFECT_NAMES, effectWords } from './terms.words';
import type { Tag } from '../../words/tag';

export const EFFECTS_PER_PAGE = 50;
export const WORDS_LIMIT = 500;
const KINDS = ['gains', 'tops_up', 'loses', 'keeps'] as const;
/** Contrast with white ≥ 3 : 1 each. */
const LOOKS = {
  gains: { kind: 'done', fill: '#16694a' },
  tops_up: { kind: 'warning', fill: '#b8791a' },
  loses: { kind: 'bad', fill: '#b3352b' },
  keeps: { kind: 'todo', fill: '#84969c' },
  also: { kind: 'going', fill: '#2f8fa8' },
} satisfies Record<string, { kind: Tag['kind']; fill: string }>;

export const EffectsFilter = z.object({
  /** An earlier simulation of the scheme: of the version that was adopted by it. */
  of: z
    .union([z.uuid(), z.literal('')])
    .catch('')
    .default(''),
  kind: oneOf(KINDS),
  only: oneOf(['changes', 'moved', 'differs']),
  page: pageNumber,
});
export type EffectsFilter = z.infer<typeof EffectsFilter>;

type Names = ReturnType<typeof namesOf>;

/** What a version does, person by person. */
export function effectColumns(names: Names): Column<EffectRow>[] {
  return [
    {
      head: 'Person',
      cell: ({ name, personId }) => ({ text: name, href: `/admin/people/${personId}`, classes: 'induct-breaks' }),
      file: ({ name }) => name,
    },
    {
      head: 'What changes',
      cell: ({ kind, effect }) =>
        kind === null && effect.also.length === 0
          ? { tag: { text: 'Nothing any more', kind: 'todo' } }
          : { tag: { text: EFFECT_NAMES[kind ?? 'also'], kind: LOOKS[kind ?? 'also'].kind } },
      file: ({ kind, effect }) =>
        kind === null && effect.also.length === 0 ? 'Nothing' : EFFECT_NAMES[kind ?? 'also'],
    },
    {
      head: 'In words',
      cell: ({ effect, was, outcome, difference }) => ({
        text: effectWords(effect, names),
        classes: 'induct-breaks',
        detail: was === null ? undefined : `Before: ${wasWords(was)}.`,
        more: outcome === null ? undefined : outcomeWords(outcome, difference),
      }),
      file: ({ effect }) => effectWords(effect, names),
    },
    { head: 'Because of this version', file: ({ changes }) => (changes ? 'Yes' : 'No') },
    { head: 'Said before', file: ({ was }) => was && wasWords(was) },
    { head: 'Outcome', file: ({ outcome, difference }) => outcome && outcomeWords(outcome, difference) },
  ];
}

const wasWords = (was: string): string =>
  was in EFFECT_NAMES ? EFFECT_NAMES[was as keyof typeof EFFECT_NAMES] : 'nothing';
const outcomeWords = (outcome: 'as_said' | 'differs', difference: string | null): string =>
  outcome === 'as_said' ? 'It came as it was said.' : `It came out differently: ${difference}`;

export interface EffectsPage {
  scheme: ShownScheme;
  version: ShownVersion;
  nameable: Nameable;
  simulation: Simulation | undefined;
  counts: EffectCounts | undefined;
  rows: readonly EffectRow[];
  total: number;
  filter: EffectsFilter;
  /** Undefined: somebody else proposed it, or nobody yet. */
  own: OwnProposal | undefined;
  people: ReadonlyMap<string, string>;
  done: unknown;
}

/** Everything that the page shows: nothing is worked out yet, it is being worked out, or what it came to. */
export function effectsView(facts: EffectsPage, form: Fields, problems: FormProblems) {
  const { scheme, version, simulation, counts, done, people, own } = facts;
  const href = `/admin/schemes/${scheme.slug}`;
  return {
    scheme: { name: scheme.name, href },
    href: `${href}/effects`,
    edition: version.edition,
    day: version.effectiveFrom && britishDate(version.effectiveFrom),
    state: version.state,
    running: simulation && simulation.endedAt === null ? progress(simulation) : undefined,
    error: simulation?.error,
    result: counts && simulation?.digest ? result(facts, counts, simulation) : undefined,
    moved: done === 'moved' && counts ? movedWords(counts) : undefined,
    own: own && ownProposal(own),
    proposedBy: version.proposedBy && people.get(version.proposedBy),
    limit: WORDS_LIMIT,
    form,
    ...problems,
  };
}

function progress({ people, done }: Simulation) {
  if (people === null) return { says: 'The worker begins in a moment', percent: undefined };
  return {
    says: `${figure(done)} of ${counted(people, 'person', 'people')} looked at`,
    percent: Math.floor((100 * done) / Math.max(1, people)),
  };
}

const movedWords = ({ moved }: EffectCounts): string =>
  moved === 0
    ? 'Nothing was adopted: what this rests on has changed since it was worked out, though it comes to the same for everybody. Read it again, and adopt it.'
    : `Nothing was adopted: something came in between, and for ${counted(moved, 'person', 'people')} it is now other than what was read. Look who, and decide again.`;

function result(
  { nameable, rows, total, filter, scheme, version }: EffectsPage,
  counts: EffectCounts,
  simulation: Simulation,
) {
  const list = filtered(EffectsFilter, `/admin/schemes/${scheme.slug}/effects`);
  const number = { gains: counts.gains, tops_up: counts.topsUp, loses: counts.loses, keeps: counts.keeps };
  const all = Math.max(1, ...Object.values(number));
  const choice = (value: EffectsFilter['only'], text: string) => ({ value, text, selected: filter.only === value });
  return {
    id: simulation.id,
    when: `Worked out at ${britishTimeAndDate(simulation.endedAt!)}, from what was recorded then of ${counted(simulation.people ?? 0, 'person', 'people')}.`,
    changes:
      counts.changes === 0
        ? 'This version changes nothing for anybody.'
        : `This version changes something for ${counted(counts.changes, 'person', 'people')}.`,
    concernsNobody: Object.values(number).every((many) => many === 0) && total === 0,
    settled: version.state === 'adopted' && counts.settled > 0 ? settledWords(counts, simulation) : undefined,
    picture: {
      heads: [{ text: 'People', fill: '#3b4a50' }],
      bars: KINDS.map((kind) => ({
        label: EFFECT_NAMES[kind],
        href: number[kind] === 0 || filter.kind === kind ? undefined : list.address(filter, { kind, page: 1 }),
        cells: [figure(number[kind])],
        pieces:
          number[kind] === 0
            ? []
            : [{ x: 0, width: Math.max(0.5, (100 * number[kind]) / all), fill: LOOKS[kind].fill }],
      })),
    },
    filter,
    kinds: [
      { value: '', text: 'Everybody concerned', selected: filter.kind === '' },
      ...KINDS.map((value) => ({
        value,
        text: `${EFFECT_NAMES[value]} (${figure(number[value])})`,
        selected: filter.kind === value,
      })),
    ],
    onlys: [
      choice('', 'All of them'),
      choice('changes', `Because of this version (${figure(counts.changes)})`),
      ...(counts.moved > 0 ? [choice('moved', `Other than was read before (${figure(counts.moved)})`)] : []),
      ...(counts.differs > 0 ? [choice('differs', `Came out differently (${figure(counts.differs)})`)] : []),
    ],
    isFiltered: list.isFiltered(filter, ['kind', 'only']),
    clear: list.address(filter, { kind: '', only: '', page: 1 }),
    list: listView({
      columns: effectColumns(namesOf(nameable)),
      rows,
      caption: `What ${version.edition} of ${scheme.name} changes, by name`,
      page: filter.page,
      per: EFFECTS_PER_PAGE,
      total,
      href: (page) => list.address(filter, { page }),
      file: (kind) => list.address(filter, { page: 1 }, `/admin/schemes/${scheme.slug}/effects.${kind}`),
    }),
  };
}

function settledWords({ settled, differs }: EffectCounts, { settledAt }: Simulation): string {
  const begun =
    settledAt === null ? `It has been done for ${figure(settled)} so far` : 'It has been done for everybody';
  return differs === 0
    ? `${begun}, each as it was said.`
    : `${begun}; for ${counted(differs, 'person', 'people')} it came out differently.`;
}
