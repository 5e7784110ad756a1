import type { Activity, ActivityTree, SequencingElement } from '../activity/activity-tree';
import type { Controls, Definition, SequencingTree, Timing } from './definitions';
import { count, flag, named, value } from './read-elements';
import { readObjectives } from './read-objectives';
import { readRollup } from './read-rollup';
import { readRules } from './read-rules';

/** The definitions of a package's sequencing. Reads anything that a manifest may say; what makes no sense counts as not said. */
export function sequencingTree(tree: ActivityTree): SequencingTree {
  const all: Definition[] = [];
  const read = (activity: Activity, parent?: Definition): Definition => {
    const definition = definitionOf(activity, parent, all.length, tree.edition);
    all.push(definition);
    for (const child of activity.children) definition.children.push(read(child, definition));
    return definition;
  };
  const root = read(tree.root);
  const readers = new Map<string, Definition[]>();
  for (const definition of all) {
    for (const target of new Set(Object.values(definition.primary.reads))) {
      readers.set(target, [...(readers.get(target) ?? []), definition]);
    }
  }
  return { edition: tree.edition, root, all, readers, byId: new Map(all.map((one) => [one.id, one])) };
}

function definitionOf(activity: Activity, parent: Definition | undefined, order: number, edition: string): Definition {
  const element = activity.sequencing;
  const rules = named(element, 'sequencingrules');
  const delivery = named(element, 'deliverycontrols');
  const objectives = readObjectives(element);
  return {
    id: activity.id,
    ...(parent && { parent }),
    children: [],
    depth: parent ? parent.depth + 1 : 0,
    order,
    hasContent: activity.href !== undefined,
    visible: activity.visible,
    controls: controlsOf(element),
    preRules: readRules(rules, 'preconditionrule'),
    postRules: readRules(rules, 'postconditionrule'),
    exitRules: readRules(rules, 'exitconditionrule'),
    limits: { attempts: count(value(named(element, 'limitconditions'), 'attemptlimit')) },
    objectives,
    primary: objectives[0]!,
    rollup: readRollup(element),
    ...drawsOf(element),
    delivery: {
      tracked: flag(delivery, 'tracked', true),
      completionSetByContent: flag(delivery, 'completionsetbycontent', false),
      objectiveSetByContent: flag(delivery, 'objectivesetbycontent', false),
    },
    completion: {
      // Only the 4th edition rolls completion up by measure (SN RB.1.3 a).
      byMeasure: edition === '4th' && activity.completionByMeasure === true,
      threshold: activity.completionThreshold ?? 1,
      weight: activity.rollup?.progressWeight ?? 1,
    },
    stores: activity.stores ?? [],
  };
}

function controlsOf(element: SequencingElement | undefined): Controls {
  const mode = named(element, 'controlmode');
  const constrained = named(element, 'constrainedchoiceconsiderations');
  return {
    choice: flag(mode, 'choice', true),
    choiceExit: flag(mode, 'choiceexit', true),
    flow: flag(mode, 'flow', false),
    forwardOnly: flag(mode, 'forwardonly', false),
    constrainChoice: flag(constrained, 'constrainchoice', false),
    preventActivation: flag(constrained, 'preventactivation', false),
    currentObjectives: flag(mode, 'usecurrentattemptobjectiveinfo', true),
    currentProgress: flag(mode, 'usecurrentattemptprogressinfo', true),
  };
}

function drawsOf(element: SequencingElement | undefined): Pick<Definition, 'selection' | 'randomization'> {
  const random = named(element, 'randomizationcontrols');
  const selected = count(value(random, 'selectcount'));
  return {
    selection: { timing: timing(value(random, 'selectiontiming')), ...(selected !== undefined && { count: selected }) },
    randomization: {
      timing: timing(value(random, 'randomizationtiming')),
      reorder: flag(random, 'reorderchildren', false),
    },
  };
}

function timing(text: string | undefined): Timing {
  const word = text?.toLowerCase();
  if (word === 'once') return 'once';
  return word === 'oneachnewattempt' ? 'onEachNewAttempt' : 'never';
}
