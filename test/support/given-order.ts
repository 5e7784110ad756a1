import type { Activity, ActivityTree, SequencingElement } from '@induct/scorm';
import { aTree } from './given-learning';

/** An element of a manifest as it is read. */
const anElement = (
  name: string,
  attributes: Record<string, string> = {},
  ...children: SequencingElement[]
): SequencingElement => ({ name, attributes, children });

const sequencing = (...children: SequencingElement[]) => anElement('sequencing', {}, ...children);
const controlMode = (attributes: Record<string, string>) => anElement('controlMode', attributes);

/** A rule before an activity: it is closed while an objective is not met, or nothing is known of it. */
const closedUntilMet = (referencedobjective: string): SequencingElement =>
  anElement(
    'sequencingRules',
    {},
    anElement(
      'preConditionRule',
      {},
      anElement(
        'ruleConditions',
        { conditioncombination: 'any' },
        ...['satisfied', 'objectiveStatusKnown'].map((condition) =>
          anElement('ruleCondition', { operator: 'not', condition, referencedobjective }),
        ),
      ),
      anElement('ruleAction', { action: 'disabled' }),
    ),
  );

/** Silence is no result: else a part that ends without a word has met its objectives (SN 4.5). */
const SAYS_ITSELF = anElement('deliveryControls', { completionsetbycontent: 'true', objectivesetbycontent: 'true' });

/** Objectives that tell others, by a name that all share, that the part was passed; and that read what others have told. */
const shared = (own: string, ...others: string[]): SequencingElement =>
  anElement(
    'objectives',
    {},
    anElement(
      'primaryObjective',
      { objectiveid: 'own' },
      anElement('mapInfo', { targetobjectiveid: own, readsatisfiedstatus: 'true', writesatisfiedstatus: 'true' }),
    ),
    ...others.map((name) =>
      anElement(
        'objective',
        { objectiveid: name },
        anElement('mapInfo', { targetobjectiveid: name, readsatisfiedstatus: 'true', writesatisfiedstatus: 'false' }),
      ),
    ),
  );

/**
 * Lessons that open one after the other: each is closed until the one before it is passed.
 * @param mode of the whole
 */
export function aStrictOrder(
  ids: readonly string[] = ['one', 'two', 'three'],
  mode: Record<string, string> = { choice: 'true', flow: 'true' },
): ActivityTree {
  const parts = ids.map((id, at): [string, Partial<Activity>] => {
    const before = ids[at - 1];
    const rules = before === undefined ? [] : [closedUntilMet(before)];
    return [
      id,
      {
        title: `Lesson ${id}`,
        sequencing: sequencing(SAYS_ITSELF, ...rules, before === undefined ? shared(id) : shared(id, before)),
        objectives: [{ id: 'own', primary: true, globalObjectives: [id] }],
        completionSetByContent: true,
      },
    ];
  });
  const tree = aTree(Object.fromEntries(parts), 'scorm_2004');
  return {
    ...tree,
    edition: '4th',
    needsSequencing: true,
    root: { ...tree.root, sequencing: sequencing(controlMode(mode)) },
  };
}
