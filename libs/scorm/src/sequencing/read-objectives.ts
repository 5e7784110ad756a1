import type { SequencingElement } from '../activity/activity-tree';
import type { Carried, ObjectiveDefinition } from './definitions';
import { allNamed, flag, idKey, named, share, value } from './read-elements';

type Map = [kind: Carried, name: string];

const IMSSS: readonly Map[] = [
  ['satisfied', 'satisfiedstatus'],
  ['measure', 'normalizedmeasure'],
];
/** What the 4th edition adds (adlseq:objectives, SN 5.1.9). */
const ADLSEQ: readonly Map[] = [
  ['raw', 'rawscore'],
  ['min', 'minscore'],
  ['max', 'maxscore'],
  ['completed', 'completionstatus'],
  ['progress', 'progressmeasure'],
];

/** The primary one first: where the manifest has none, one without an id. */
export function readObjectives(sequencing: SequencingElement | undefined): ObjectiveDefinition[] {
  const lists = allNamed(sequencing, 'objectives');
  // imsss:objectives must have a primary one; adlseq:objectives have none.
  const isOwn = (list: SequencingElement) => named(list, 'primaryobjective') !== undefined;
  const added = lists.filter((list) => !isOwn(list)).flatMap((list) => allNamed(list, 'objective'));
  const declared = lists.filter(isOwn).flatMap(({ children }) => children);
  const known = new Map<string, ObjectiveDefinition>();
  const primary = declared.find(isPrimary);
  for (const element of primary ? [primary, ...declared.filter((one) => !isPrimary(one))] : declared) {
    const key = idKey(value(element, 'objectiveid') ?? '');
    if (known.has(key) || (key === '' && element !== primary)) continue;
    const more = added.filter((one) => idKey(value(one, 'objectiveid') ?? '') === key);
    known.set(key, objectiveOf(element, element === primary, more));
  }
  const all = [...known.values()];
  return all[0]?.primary ? all : [nameless, ...all];
}

const isPrimary = ({ name }: SequencingElement): boolean => name.toLowerCase() === 'primaryobjective';

const nameless: ObjectiveDefinition = {
  id: '',
  key: '',
  primary: true,
  satisfiedByMeasure: false,
  passingMeasure: 1,
  reads: {},
  writes: [],
};

function objectiveOf(element: SequencingElement, primary: boolean, more: SequencingElement[]): ObjectiveDefinition {
  const id = value(element, 'objectiveid') ?? '';
  const reads: ObjectiveDefinition['reads'] = {};
  const writes: { kind: Carried; target: string }[] = [];
  const map = (maps: SequencingElement[], kinds: readonly Map[]) => {
    for (const info of maps) {
      const target = idKey(value(info, 'targetobjectiveid') ?? '');
      if (target === '') continue;
      for (const [kind, name] of kinds) {
        if (flag(info, `read${name}`, true)) reads[kind] ??= target;
        if (flag(info, `write${name}`, false)) writes.push({ kind, target });
      }
    }
  };
  map(allNamed(element, 'mapinfo'), IMSSS);
  for (const one of more) map(allNamed(one, 'mapinfo'), ADLSEQ);
  return {
    id,
    key: idKey(id),
    primary,
    satisfiedByMeasure: flag(element, 'satisfiedbymeasure', false),
    passingMeasure: share(named(element, 'minnormalizedmeasure')?.text, -1) ?? 1,
    reads,
    writes,
  };
}
