import {
  type Nameable,
  namesOf,
  readRule,
  ruleWords,
  type ShownScheme,
  type ShownVersion,
} from '@induct/accreditation';
import type { Day } from '@induct/platform';
import { figure } from '../../words/counted';
import { rulePicture } from './rule-picture';
import { termsWords } from './terms.words';
import type { Tag } from '../../words/tag';

type Names = ReturnType<typeof namesOf>;

/** The version in effect on a day, if there is one. */
const inEffectOn = (versions: readonly ShownVersion[], today: Day): ShownVersion | undefined =>
  versions
    .filter(({ state, effectiveFrom }) => state === 'adopted' && effectiveFrom !== null && effectiveFrom <= today)
    .toSorted((a, b) => (a.effectiveFrom! < b.effectiveFrom! ? 1 : -1))[0];

export const inWorkOf = (versions: readonly ShownVersion[]): ShownVersion | undefined =>
  versions.find(({ state }) => state !== 'adopted');

const whoHas = (holders: number): string => {
  if (holders === 0) return 'Nobody has';
  return holders === 1 ? '1 person has' : `${figure(holders)} people have`;
};

/** What a version asks for, as a sentence that begins with "Asks for". */
const asksFor = ({ rule }: ShownVersion, names: Names) => `Asks for ${ruleWords(readRule(rule), names)}.`;

/** The list of schemes. */
export function schemesView(schemes: readonly ShownScheme[], nameable: Nameable, today: Day) {
  const names = namesOf(nameable);
  return {
    schemes: schemes.map(({ slug, name, versions, holders }) => {
      const now = inEffectOn(versions, today);
      const work = inWorkOf(versions);
      return {
        href: `/admin/schemes/${slug}`,
        name,
        edition: now?.edition,
        asks: now && asksFor(now, names),
        holders: `${whoHas(holders)} it today`,
        tag: now ? { text: 'In effect', kind: 'done' } : { text: 'Not in effect yet', kind: 'todo' },
        work: work && (work.state === 'draft' ? 'A new version is drafted' : 'A new version waits for a second person'),
      };
    }),
  };
}

const STATE: Record<'now' | 'later' | 'before' | 'draft' | 'proposed', Tag> = {
  now: { text: 'In effect', kind: 'done' },
  later: { text: 'Adopted', kind: 'going' },
  before: { text: 'Earlier', kind: 'todo' },
  draft: { text: 'Draft', kind: 'todo' },
  proposed: { text: 'Waits for a second person', kind: 'warning' },
};

/** One scheme, with its versions. @param people by id, for who proposed and who adopted */
export function schemeView(
  { name, slug, holders, versions }: ShownScheme,
  {
    nameable,
    people,
    today,
    done,
  }: { nameable: Nameable; people: ReadonlyMap<string, string>; today: Day; done: unknown },
) {
  const names = namesOf(nameable);
  const now = inEffectOn(versions, today);
  const href = `/admin/schemes/${slug}`;
  const work = inWorkOf(versions);
  return {
    scheme: {
      name,
      href,
      holders: `${whoHas(holders)} a valid award of it today.`,
    },
    done: {
      adopted: 'The version is adopted. Its awards are given from its day on, one person after another.',
      'sent-back': 'The version is a draft again.',
      discarded: 'The draft is gone.',
    }[String(done)],
    work: work && { state: work.state, edition: work.edition },
    versions: versions.map((version) => ({
      edition: version.edition,
      tag: STATE[placeOf(version, now, today)],
      asks: asksFor(version, names),
      rows: [...termsWords(version), ...whoRows(version, people)],
      picture: rulePicture(readRule(version.rule), names),
      effects:
        version.simulationId && version.state === 'adopted' ? `${href}/effects?of=${version.simulationId}` : undefined,
    })),
  };
}

function placeOf({ state, id, effectiveFrom }: ShownVersion, now: ShownVersion | undefined, today: Day) {
  if (state !== 'adopted') return state;
  if (id === now?.id) return 'now';
  return effectiveFrom !== null && effectiveFrom > today ? 'later' : 'before';
}

function whoRows({ proposedBy, adoptedBy, adoptedAlone }: ShownVersion, people: ReadonlyMap<string, string>) {
  const named = (id: string) => people.get(id) ?? 'Somebody who is not there any more';
  if (adoptedBy !== null)
    return [
      { key: 'Proposed by', value: named(proposedBy!) },
      {
        key: 'Adopted by',
        value: adoptedAlone ? `${named(adoptedBy)}, alone: there was nobody else to ask` : named(adoptedBy),
      },
    ];
  return proposedBy === null ? [] : [{ key: 'Proposed by', value: named(proposedBy) }];
}
