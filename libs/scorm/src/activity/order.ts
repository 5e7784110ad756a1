import type { Activity, ActivityTree, SequencingElement } from './activity-tree';

/**
 * Whether a package sets an order for its parts that has to be kept: rules, limits, or a way through several parts with
 * "Continue"; or whether its parts share what an order keeps. A single part that only says so has no order, nor has SCORM 1.2.
 */
export function isSequenced(tree: ActivityTree): boolean {
  if (tree.standard !== 'scorm_2004') return false;
  return tree.needsSequencing || all(tree.root).some((activity) => leadsThrough(activity) || shares(activity));
}

/** Whether there is anything that a learner could choose in a table of contents (SN 3.2.1: choice is the default). */
export function hasChoice(tree: ActivityTree): boolean {
  const activities = all(tree.root);
  if (activities.length <= 2) return false;
  return activities.some(({ children, sequencing }) => children.length > 0 && control(sequencing)?.choice !== 'false');
}

const leadsThrough = ({ children, sequencing }: Activity): boolean =>
  children.length > 1 && control(sequencing)?.flow === 'true';

const shares = ({ objectives = [], stores = [] }: Activity): boolean =>
  stores.length > 0 || objectives.some(({ globalObjectives }) => globalObjectives.length > 0);

const control = (sequencing: SequencingElement | undefined): Record<string, string> | undefined =>
  sequencing?.children.find(({ name }) => name.toLowerCase() === 'controlmode')?.attributes;

const all = (activity: Activity): Activity[] => [activity, ...activity.children.flatMap(all)];
