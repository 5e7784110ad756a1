import {
  type Activity,
  type ActivityReport,
  type ActivityTree,
  available,
  courseResult,
  navigate,
  type NavigationRequest,
  newSequencing,
  report,
  type SequencingElement,
  sequencingTree,
} from '@induct/scorm';

export const element = (name: string, attributes: Record<string, string> = {}, ...children: SequencingElement[]) => ({
  name,
  attributes,
  children,
});
export const sequencing = (...children: SequencingElement[]) => element('sequencing', {}, ...children);
export const control = (attributes: Record<string, string>) => element('controlMode', attributes);
export const rule = (
  kind: 'pre' | 'post' | 'exit',
  action: string,
  condition: string,
  not = false,
  objective?: string,
) =>
  element(
    `${kind}ConditionRule`,
    {},
    element(
      'ruleConditions',
      {},
      element('ruleCondition', {
        condition,
        ...(not && { operator: 'not' }),
        ...(objective !== undefined && { referencedobjective: objective }),
      }),
    ),
    element('ruleAction', { action }),
  );
export const rules = (...list: SequencingElement[]) => element('sequencingRules', {}, ...list);

export const part = (id: string, more: Partial<Activity> = {}, ...children: Activity[]): Activity => ({
  id,
  title: id,
  visible: true,
  children,
  ...(children.length === 0 && { href: `${id}.html`, scormType: 'sco' as const }),
  ...more,
});
export const tree = (root: Activity, edition = '4th'): ActivityTree => ({
  standard: 'scorm_2004',
  edition,
  title: 'A module',
  identifier: 'a-module',
  organizations: 1,
  root,
  needsSequencing: true,
});
export const FLOW = { sequencing: sequencing(control({ flow: 'true' })) };

export const nothing = { raw: '', min: '', max: '', scaled: '' };
export const said = (more: Partial<ActivityReport> = {}): ActivityReport => ({
  completion: 'not_attempted',
  success: 'unknown',
  score: nothing,
  suspends: false,
  objectives: [],
  ...more,
});

/** Takes a learner through; each step is a request, what the open part says, or as many milliseconds that pass. */
export function walk(package_: ActivityTree, ...steps: (NavigationRequest | ActivityReport | number)[]) {
  const built = sequencingTree(package_);
  let state = newSequencing(built, 7);
  const opened: (string | undefined)[] = [];
  let last: ReturnType<typeof navigate> | undefined;
  let at = 0;
  for (const step of steps) {
    if (typeof step === 'number') at += step;
    else if (!('kind' in step)) state = report(built, state, step, at);
    else {
      last = navigate(built, state, step, at);
      ({ state } = last);
      opened.push(last.delivered ?? last.refused?.code ?? (last.ended ? 'ended' : undefined));
    }
  }
  return { opened, state, tree: built, result: courseResult(built, state), at, may: () => available(built, state, at) };
}
export const START = { kind: 'start' } as const;
export const CONTINUE = { kind: 'continue' } as const;
export const PREVIOUS = { kind: 'previous' } as const;
export const choose = (target: string) => ({ kind: 'choice', target }) as const;

/** A rule before an activity: it is closed while an objective is not met, or nothing is known of it. */
const closedUntilMet = (referencedobjective: string): SequencingElement =>
  element(
    'sequencingRules',
    {},
    element(
      'preConditionRule',
      {},
      element(
        'ruleConditions',
        { conditioncombination: 'any' },
        ...['satisfied', 'objectiveStatusKnown'].map((condition) =>
          element('ruleCondition', { operator: 'not', condition, referencedobjective }),
        ),
      ),
      element('ruleAction', { action: 'disabled' }),
    ),
  );

/** Silence is no result: else a part that ends without a word has met its objectives (SN 4.5). */
const SAYS_ITSELF = element('deliveryControls', { completionsetbycontent: 'true', objectivesetbycontent: 'true' });

/** Objectives that tell others, by a name that all share, that the part was passed; and that read what others have told. */
const shared = (own: string, ...others: string[]): SequencingElement =>
  element(
    'objectives',
    {},
    element(
      'primaryObjective',
      { objectiveid: 'own' },
      element('mapInfo', { targetobjectiveid: own, readsatisfiedstatus: 'true', writesatisfiedstatus: 'true' }),
    ),
    ...others.map((name) =>
      element(
        'objective',
        { objectiveid: name },
        element('mapInfo', { targetobjectiveid: name, readsatisfiedstatus: 'true', writesatisfiedstatus: 'false' }),
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
  const parts = ids.map((id, at) => {
    const before = ids[at - 1];
    const opens = before === undefined ? [] : [closedUntilMet(before)];
    return part(id, {
      title: `Lesson ${id}`,
      sequencing: sequencing(SAYS_ITSELF, ...opens, before === undefined ? shared(id) : shared(id, before)),
      objectives: [{ id: 'own', primary: true, globalObjectives: [id] }],
      completionSetByContent: true,
    });
  });
  const title = 'The code of conduct';
  return {
    ...tree(part('root', { title, sequencing: sequencing(control(mode)) }, ...parts)),
    title,
    identifier: 'code',
  };
}
