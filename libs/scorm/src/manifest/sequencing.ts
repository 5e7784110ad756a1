import type {
  Activity,
  ActivityObjective,
  ActivityTree,
  RollupSettings,
  SequencingElement,
} from '../activity/activity-tree';
import { TIME_LIMITS } from '../sequencing/read-time-limits';
import { childNamed, childrenNamed, type XmlElement } from './xml';

/** The shared sequencing of a manifest, by ID. */
export function sequencingCollection(manifest: XmlElement): Map<string, XmlElement> {
  const shared = childrenNamed(childNamed(manifest, 'sequencingcollection'), 'sequencing');
  return new Map(shared.map((element) => [element.attributes.get('id')?.trim() ?? '', element]));
}

/** An item's own sequencing, on top of the shared one it names: an element of its own replaces the shared one (SN 5.1.1). */
export function sequencingOf(item: XmlElement, shared: ReadonlyMap<string, XmlElement>): XmlElement | undefined {
  const own = childNamed(item, 'sequencing');
  const base = shared.get(own?.attributes.get('idref')?.trim() ?? '');
  if (!own || !base) return own ?? base;
  // imsss:objectives and adlseq:objectives are two things.
  const nameOf = ({ namespace, name }: XmlElement) => `${namespace} ${name}`;
  const names = new Set(own.children.map(nameOf));
  return { ...own, children: [...base.children.filter((child) => !names.has(nameOf(child))), ...own.children] };
}

/** Kept with the tree for sequencing/. */
export function asRead(element: XmlElement): SequencingElement {
  return {
    name: element.name,
    attributes: Object.fromEntries(element.attributes),
    ...(element.text ? { text: element.text } : {}),
    children: element.children.map(asRead),
  };
}

/** Whether it asks for more than letting the learner choose freely. */
export function restrictsChoice(sequencing: XmlElement): boolean {
  const control = childNamed(sequencing, 'controlmode')?.attributes;
  const random = childNamed(sequencing, 'randomizationcontrols')?.attributes;
  const limits = childNamed(sequencing, 'limitconditions')?.attributes;
  return (
    control?.get('choice') === 'false' ||
    control?.get('choiceexit') === 'false' ||
    control?.get('forwardonly') === 'true' ||
    (childNamed(sequencing, 'sequencingrules')?.children.length ?? 0) > 0 ||
    (childNamed(sequencing, 'rolluprules')?.children.length ?? 0) > 0 ||
    ['attemptlimit', ...TIME_LIMITS].some((name) => limits?.has(name)) ||
    childNamed(sequencing, 'constrainedchoiceconsiderations') !== undefined ||
    ['selectiontiming', 'randomizationtiming'].some((name) => (random?.get(name) ?? 'never') !== 'never')
  );
}

/** adlseq:objectives says more of those that imsss:objectives has: each is one, by its id. */
export function objectivesOf(sequencing: XmlElement | undefined): ActivityObjective[] {
  const elements = childrenNamed(sequencing, 'objectives')
    .flatMap((list) => list.children)
    .filter(({ name }) => /^(primary)?objective$/i.test(name));
  const objectives = new Map<string, ActivityObjective>();
  for (const element of elements) {
    const id = element.attributes.get('objectiveid')?.trim() ?? '';
    const { primary = false, globalObjectives = [] } = objectives.get(id) ?? {};
    const targets = childrenNamed(element, 'mapinfo').flatMap(
      (map) => map.attributes.get('targetobjectiveid')?.trim() ?? [],
    );
    objectives.set(id, {
      id,
      primary: primary || element.name.toLowerCase() === 'primaryobjective',
      globalObjectives: [...new Set([...globalObjectives, ...targets])],
    });
  }
  return [...objectives.values()];
}

/** The pass mark of the primary objective: only with satisfiedByMeasure; 1 when no other is given (SN 3.10.1). */
export function scaledPassingScoreOf(sequencing: XmlElement | undefined): number | undefined {
  const primary = childNamed(childNamed(sequencing, 'objectives'), 'primaryobjective');
  if (primary?.attributes.get('satisfiedbymeasure') !== 'true') return undefined;
  return share(childNamed(primary, 'minnormalizedmeasure')?.text, -1) ?? 1;
}

/** 2nd and 3rd edition: the element's text. 4th: minProgressMeasure, and only with completedByMeasure (CAM 3.4.1.22). */
export function completionThresholdOf(item: XmlElement): number | undefined {
  const element = childNamed(item, 'completionthreshold');
  if (element === undefined) return undefined;
  if (element.attributes.get('completedbymeasure') === 'true') {
    return share(element.attributes.get('minprogressmeasure'), 0) ?? 1;
  }
  return share(element.text, 0);
}

/** What lasts for one attempt only: adlseq:objectivesGlobalToSystem (CAM 3.4.1.8), adlcp:sharedDataGlobalToSystem; both are true where nothing is said. */
export function ofOneAttempt(organization: XmlElement | undefined): ActivityTree['ofOneAttempt'] {
  const isFalse = (name: string) => organization?.attributes.get(name)?.trim() === 'false';
  const those = [
    ...(isFalse('objectivesglobaltosystem') ? ['objectives' as const] : []),
    ...(isFalse('shareddataglobaltosystem') ? ['data' as const] : []),
  ];
  return those.length > 0 ? those : undefined;
}

/** adlcp:data (CAM 3.4.1.23). */
export function storesOf(item: XmlElement): Activity['stores'] {
  const maps = childrenNamed(childNamed(item, 'data'), 'map');
  const stores = maps.flatMap(({ attributes }) => {
    const id = attributes.get('targetid')?.trim();
    if (!id) return [];
    const may = (name: string) => attributes.get(name) !== 'false';
    return [{ id, read: may('readshareddata'), write: may('writeshareddata') }];
  });
  return stores.length > 0 ? stores : undefined;
}

export function rollupOf(item: XmlElement, sequencing: XmlElement | undefined): RollupSettings | undefined {
  const rules = childNamed(sequencing, 'rolluprules')?.attributes;
  const tracked = childNamed(sequencing, 'deliverycontrols')?.attributes.get('tracked') !== 'false';
  const settings: RollupSettings = {
    success: tracked && rules?.get('rollupobjectivesatisfied') !== 'false',
    completion: tracked && rules?.get('rollupprogresscompletion') !== 'false',
    scoreWeight: share(rules?.get('objectivemeasureweight'), 0) ?? 1,
    progressWeight: share(childNamed(item, 'completionthreshold')?.attributes.get('progressweight'), 0) ?? 1,
  };
  const isDefault =
    settings.success && settings.completion && settings.scoreWeight === 1 && settings.progressWeight === 1;
  return isDefault ? undefined : settings;
}

/** A number from `min` to 1; anything else is as if it were not there. */
function share(text: string | undefined, min: -1 | 0): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return value >= min && value <= 1 ? value : undefined;
}
