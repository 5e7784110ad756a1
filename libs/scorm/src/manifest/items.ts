import type { Activity, Standard } from '../activity/activity-tree';
import type { PackageFinding } from './package-finding';
import { unreadablePrerequisites } from './prerequisite-findings';
import { isExternal, type Resource, withParameters } from './resources';
import {
  asRead,
  completionThresholdOf,
  objectivesOf,
  restrictsChoice,
  rollupOf,
  scaledPassingScoreOf,
  sequencingOf,
  storesOf,
} from './sequencing';
import { childNamed, childrenNamed, childText, type XmlElement } from './xml';

/** What is known while the items of an organization are read. */
export interface Reading {
  standard: Standard;
  resources: ReadonlyMap<string, Resource>;
  sharedSequencing: ReadonlyMap<string, XmlElement>;
  findings: PackageFinding[];
  /** Identifiers already given, so that every activity has its own. */
  taken: Set<string>;
  /** How many items there were of each identifier, so that thousands of one need no searching. */
  counts: Map<string, number>;
  restrictsChoice: boolean;
}

/** An organization or item with everything below it. */
export function activityOf(element: XmlElement, reading: Reading): Activity {
  const id = uniqueId(element, reading);
  const title = childText(element, 'title')?.replaceAll(/\s+/g, ' ').slice(0, 500);
  return {
    id,
    title: title ?? 'Untitled',
    ...launchOf(element, id, reading),
    visible: element.attributes.get('isvisible')?.trim().toLowerCase() !== 'false',
    children: childrenNamed(element, 'item').map((item) => activityOf(item, reading)),
    ...(reading.standard === 'scorm_12'
      ? settings12(element, { id, title: title ?? 'Untitled' }, reading)
      : settings2004(element, reading)),
  };
}

function launchOf(element: XmlElement, id: string, reading: Reading): Pick<Activity, 'href' | 'scormType'> {
  const reference = element.attributes.get('identifierref')?.trim();
  if (!reference) return {};
  const resource = reading.resources.get(reference);
  if (resource?.href === undefined) {
    reading.findings.push({
      code: 'missing-resource',
      severity: 'warning',
      message: `The item “${id}” names content that the manifest does not describe, so it cannot be opened.`,
      remedy: 'Export the package again, or ask its author to correct the manifest.',
      where: id,
    });
    return {};
  }
  if (isExternal(resource.href)) {
    reading.findings.push({
      code: 'external-content',
      severity: 'warning',
      message: `The item “${id}” opens a page on another website. Such a page cannot report what a member did.`,
      remedy: 'Export the package with its content inside.',
      where: resource.href.slice(0, 200),
    });
    return {};
  }
  return {
    href: withParameters(resource.href, element.attributes.get('parameters')),
    scormType: resource.scormType === 'sco' ? 'sco' : 'asset',
  };
}

function settings12(element: XmlElement, item: Pick<Activity, 'id' | 'title'>, reading: Reading): Partial<Activity> {
  const mastery = Number(childText(element, 'masteryscore') ?? Number.NaN);
  return defined({
    masteryScore: mastery >= 0 && mastery <= 100 ? mastery : undefined,
    launchData: childText(element, 'datafromlms'),
    maxTimeAllowed: childText(element, 'maxtimeallowed'),
    timeLimitAction: childText(element, 'timelimitaction'),
    prerequisites: prerequisitesOf(element, item, reading),
  });
}

/** Only what is written in the language that SCORM 1.2 names: what is in another asks for nothing. */
function prerequisitesOf(element: XmlElement, item: Pick<Activity, 'id' | 'title'>, reading: Reading) {
  const type = childNamed(element, 'prerequisites')?.attributes.get('type')?.trim().toLowerCase() ?? '';
  const text = childText(element, 'prerequisites');
  if (text === undefined || type === '' || type === 'aicc_script') return text;
  reading.findings.push(...unreadablePrerequisites([item]));
  return undefined;
}

function settings2004(element: XmlElement, reading: Reading): Partial<Activity> {
  const sequencing = sequencingOf(element, reading.sharedSequencing);
  if (sequencing && restrictsChoice(sequencing)) reading.restrictsChoice = true;
  const objectives = objectivesOf(sequencing);
  const delivery = childNamed(sequencing, 'deliverycontrols')?.attributes;
  return defined({
    scaledPassingScore: scaledPassingScoreOf(sequencing),
    completionThreshold: completionThresholdOf(element),
    stores: storesOf(element),
    launchData: childText(element, 'datafromlms'),
    maxTimeAllowed: childNamed(sequencing, 'limitconditions')?.attributes.get('attemptabsolutedurationlimit'),
    timeLimitAction: childText(element, 'timelimitaction'),
    objectives: objectives.length > 0 ? objectives : undefined,
    rollup: rollupOf(element, sequencing),
    completionSetByContent: delivery?.has('completionsetbycontent')
      ? delivery.get('completionsetbycontent') === 'true'
      : undefined,
    sequencing: sequencing ? asRead(sequencing) : undefined,
    hideLmsUi: hiddenButtonsOf(element),
  });
}

/** adlnav:presentation (SN 5.6.5): what the content has buttons of its own for. */
function hiddenButtonsOf(element: XmlElement): string[] | undefined {
  const navigation = childNamed(childNamed(element, 'presentation'), 'navigationinterface');
  const hidden = childrenNamed(navigation, 'hidelmsui').flatMap(({ text }) => text?.trim() || []);
  return hidden.length > 0 ? hidden : undefined;
}

/** Progress is kept under the identifier, so two items must not share one and each must have one. */
function uniqueId(element: XmlElement, reading: Reading): string {
  const given = element.attributes.get('identifier')?.trim().slice(0, 200) || `item-${reading.taken.size + 1}`;
  let number = (reading.counts.get(given) ?? 0) + 1;
  let id = number === 1 ? given : `${given}-${number}`;
  while (reading.taken.has(id)) id = `${given}-${++number}`;
  reading.counts.set(given, number);
  reading.taken.add(id);
  if (id !== given) {
    reading.findings.push({
      code: 'duplicate-identifier',
      severity: 'note',
      message: `Two items have the identifier “${given}”. The second is recorded as “${id}”.`,
      remedy: '',
      where: given,
    });
  }
  return id;
}

function defined(settings: Partial<Activity>): Partial<Activity> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
