import type { SequencingElement } from '../activity/activity-tree';
import type { ObjectiveDefinition, ObjectiveValue } from './definition';
import { childOf, childrenOf, decoded, flag, same, within } from './read-elements';

type Maps = readonly [ObjectiveValue, read: string, write: string][];

const MAPS: Maps = [
  ['satisfied', 'readsatisfiedstatus', 'writesatisfiedstatus'],
  ['measure', 'readnormalizedmeasure', 'writenormalizedmeasure'],
];
/** Of adlseq:objectives. */
const FURTHER_MAPS: Maps = [
  ['raw', 'readrawscore', 'writerawscore'],
  ['min', 'readminscore', 'writeminscore'],
  ['max', 'readmaxscore', 'writemaxscore'],
  ['completed', 'readcompletionstatus', 'writecompletionstatus'],
  ['progress', 'readprogressmeasure', 'writeprogressmeasure'],
];

/** The fourth edition writes the maps of further values into a second list, by the same ids (CAM 5.1.8). @param withFurther whether that one is read */
export function objectivesOf(sequencing: SequencingElement | undefined, withFurther = true): ObjectiveDefinition[] {
  const objectives = new Map<string, ObjectiveDefinition>();
  for (const list of childrenOf(sequencing, 'objectives')) {
    // The first list must have a primary objective; the further one names those of the first.
    const maps = childOf(list, 'primaryObjective') ? MAPS : FURTHER_MAPS;
    if (maps === FURTHER_MAPS && !withFurther) continue;
    for (const element of list.children) {
      const primary = same(element.name, 'primaryObjective');
      if (!primary && !same(element.name, 'objective')) continue;
      const id = decoded(element.attributes['objectiveid'] ?? '');
      const objective = objectives.get(id) ?? {
        id,
        primary,
        satisfiedByMeasure: flag(element.attributes['satisfiedbymeasure'], false),
        minimumMeasure: within(childOf(element, 'minNormalizedMeasure')?.text, -1, 1) ?? 1,
        reads: {},
        writes: {},
      };
      objectives.set(id, objective);
      for (const { attributes } of childrenOf(element, 'mapInfo')) addMap(objective, attributes, maps);
    }
  }
  const known = [...objectives.values()];
  if (known.some(({ primary }) => primary)) return known;
  const primary = { id: '', primary: true, satisfiedByMeasure: false, minimumMeasure: 1, reads: {}, writes: {} };
  return [primary, ...known];
}

/** A map reads unless it says no, and writes only when it says yes. */
function addMap({ reads, writes }: ObjectiveDefinition, attributes: Record<string, string>, maps: Maps): void {
  const target = decoded(attributes['targetobjectiveid'] ?? '');
  if (target === '') return;
  for (const [value, read, write] of maps) {
    if (flag(attributes[read], true)) reads[value] ??= target;
    if (flag(attributes[write], false)) writes[value] = [...(writes[value] ?? []), target];
  }
}
