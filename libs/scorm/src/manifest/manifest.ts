import { type Activity, type ActivityTree, scos } from '../activity/activity-tree';
import { type Edition, editionOf } from './edition';
import type { PackageFinding } from './package-finding';
import { activityOf, type Reading } from './items';
import { noteOnTree, notARealManifest, refusedXml, unreadableText } from './manifest-findings';
import { isExternal, type Resource, resourcesOf } from './resources';
import { ofOneAttempt, sequencingCollection } from './sequencing';
import { childNamed, childrenNamed, parseXml, type XmlElement, XmlRefused } from './xml';
import { xmlText } from './xml-text';

export interface ManifestReading {
  /** Undefined when a finding refuses the manifest. */
  tree?: ActivityTree;
  findings: PackageFinding[];
  /** Addresses of all files the manifest lists, below the package's root. */
  files: string[];
}

/** More items than any module has; a larger tree would only slow everything down. */
const MOST_ITEMS = 5_000;

/** Reads imsmanifest.xml: SCORM 1.2 and 2004, 2nd to 4th edition, as tolerantly as vendors need. */
export function readManifest(xml: Uint8Array): ManifestReading {
  const decoded = xmlText(xml);
  if (decoded === undefined) return { findings: [unreadableText()], files: [] };
  let manifest: XmlElement;
  try {
    manifest = parseXml(decoded.text);
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    return { findings: [refusedXml(error)], files: [] };
  }
  const wrong = notARealManifest(manifest);
  if (wrong) return { findings: [wrong], files: [] };
  const findings: PackageFinding[] = [];
  if (decoded.guessed) findings.push(unreadableText(decoded.guessed));
  return readOrganization(manifest, findings);
}

function readOrganization(manifest: XmlElement, findings: PackageFinding[]): ManifestReading {
  const edition = editionOf(manifest);
  if (edition.finding) findings.push(edition.finding);
  const resources = resourcesOf(manifest);
  const files = [...resources.values()].flatMap((resource) => resource.files).filter((file) => !isExternal(file));
  const { chosen, count } = chosenOrganization(manifest);
  const reading: Reading = {
    standard: edition.standard,
    resources,
    sharedSequencing: sequencingCollection(manifest),
    findings,
    taken: new Set(),
    counts: new Map(),
    restrictsChoice: false,
  };
  const root = chosen ? activityOf(chosen, reading) : organizationOfResources(resources, reading);
  makeScosOfUntyped(root, resources);
  const shared = ofOneAttempt(chosen);
  const tree = {
    ...treeOf(manifest, edition, root, count, reading.restrictsChoice),
    ...(shared && { ofOneAttempt: shared }),
  };
  findings.push(...noteOnTree(tree, chosen !== undefined));
  if (reading.taken.size > MOST_ITEMS) findings.push(tooManyItems(reading.taken.size));
  return findings.some(({ severity }) => severity === 'refused') ? { findings, files } : { tree, findings, files };
}

function treeOf(
  manifest: XmlElement,
  { standard, edition }: Edition,
  root: Activity,
  organizations: number,
  restrictsChoice: boolean,
): ActivityTree {
  const identifier = manifest.attributes.get('identifier')?.slice(0, 200) ?? '';
  const title = root.title === 'Untitled' ? (firstTitle(root) ?? (identifier || 'Untitled')) : root.title;
  const tree = { standard, edition, title, identifier, organizations, root: { ...root, title } };
  // With one SCO there is nothing to choose between, so nothing to restrict.
  return { ...tree, needsSequencing: restrictsChoice && scos({ ...tree, needsSequencing: false }).length > 1 };
}

function firstTitle(activity: Activity): string | undefined {
  return activity.children.find((child) => child.title !== 'Untitled')?.title;
}

/** The one the manifest calls its default, else the first. */
function chosenOrganization(manifest: XmlElement): { chosen?: XmlElement; count: number } {
  const list = childNamed(manifest, 'organizations');
  const all = childrenNamed(list, 'organization').filter((element) => childrenNamed(element, 'item').length > 0);
  const preferred = list?.attributes.get('default')?.trim();
  const chosen = all.find((element) => element.attributes.get('identifier')?.trim() === preferred) ?? all[0];
  return { chosen, count: childrenNamed(list, 'organization').length };
}

/** Some tools write resources and forget the organization: each SCO becomes an item. */
function organizationOfResources(resources: ReadonlyMap<string, Resource>, reading: Reading): Activity {
  const children = [...resources.values()]
    .filter((resource) => resource.href !== undefined && resource.scormType === 'sco' && !isExternal(resource.href))
    .map((resource): Activity => {
      reading.taken.add(resource.identifier);
      const { identifier: id, href } = resource;
      return { id, title: id, ...(href ? { href } : {}), scormType: 'sco', visible: true, children: [] };
    });
  return { id: 'organization', title: 'Untitled', visible: true, children };
}

/** Without any scormType in the manifest nothing could ever be recorded, so its items are taken for SCOs. */
function makeScosOfUntyped(root: Activity, resources: ReadonlyMap<string, Resource>): void {
  if ([...resources.values()].some(({ scormType }) => scormType !== '')) return;
  const walk = (activity: Activity) => {
    if (activity.href !== undefined) activity.scormType = 'sco';
    activity.children.forEach(walk);
  };
  walk(root);
}

function tooManyItems(count: number): PackageFinding {
  return {
    code: 'too-many-items',
    severity: 'refused',
    message: `The manifest lists ${count} items; up to ${MOST_ITEMS} are taken.`,
    remedy: 'Split the module into several packages.',
    where: 'imsmanifest.xml',
  };
}
