import { type ActivityTree, scos } from '../activity/activity-tree';
import type { PackageFinding } from './package-finding';
import { notesOnPrerequisites } from './prerequisite-findings';
import { notesOnSequencing } from './sequencing-findings';
import { type XmlElement, childNamed, childText, type XmlRefused } from './xml';

const where = 'imsmanifest.xml';
const exportAgain = 'Export the module again as SCORM 1.2 or SCORM 2004 and upload the new file.';

export function unreadableText(guessed?: string): PackageFinding {
  return guessed
    ? {
        code: 'manifest-encoding',
        severity: 'note',
        message: `The manifest’s text is not in the encoding it names. It was read as ${guessed}.`,
        remedy: 'Check the titles for odd characters.',
        where,
      }
    : {
        code: 'manifest-encoding',
        severity: 'refused',
        message: 'The manifest is written in a character encoding we do not know.',
        remedy: exportAgain,
        where,
      };
}

export function refusedXml(error: XmlRefused): PackageFinding {
  const { message, remedy } = REFUSED[error.reason];
  return {
    code: CODES[error.reason],
    severity: 'refused',
    message: message.replace('LINE', error.line.toLocaleString('en-GB')),
    remedy,
    where,
  };
}

const CODES = { doctype: 'manifest-doctype', 'too-deep': 'manifest-too-deep', malformed: 'manifest-not-xml' };
const REFUSED: Record<XmlRefused['reason'], { message: string; remedy: string }> = {
  doctype: {
    message:
      'The manifest brings rules of its own along (a DOCTYPE). These can be used for attacks, and no SCORM package needs them.',
    remedy: `Ask the author to remove the DOCTYPE from imsmanifest.xml. ${exportAgain}`,
  },
  'too-deep': {
    message: 'The manifest has more levels within one another than any module needs.',
    remedy: exportAgain,
  },
  malformed: {
    message: 'The manifest is damaged: from line LINE on it cannot be read.',
    remedy: exportAgain,
  },
};

/** A file called imsmanifest.xml that is something else. */
export function notARealManifest(root: XmlElement): PackageFinding | undefined {
  const schema = childText(childNamed(root, 'metadata'), 'schema') ?? '';
  const isCartridge = /common cartridge/i.test(schema) || /imsccv?\d|ims__cc/i.test(root.namespace);
  if (isCartridge) {
    return {
      code: 'common-cartridge',
      severity: 'refused',
      message: 'This is not SCORM: it is an IMS Common Cartridge, made for a different kind of learning system.',
      remedy: 'Export the module as SCORM 1.2 or SCORM 2004.',
      where,
    };
  }
  if (root.name.toLowerCase() === 'manifest') return undefined;
  return {
    code: 'not-a-manifest',
    severity: 'refused',
    message: `The file imsmanifest.xml is not a manifest: it starts with “${root.name.slice(0, 60)}”.`,
    remedy: exportAgain,
    where,
  };
}

/** What is worth saying about a tree that could be read. */
export function noteOnTree(tree: ActivityTree, hasOrganization: boolean): PackageFinding[] {
  const findings: PackageFinding[] = [];
  const launchable = scos(tree);
  if (launchable.length === 0) findings.push(nothingToLaunch());
  else if (!hasOrganization) {
    findings.push({
      code: 'no-organization',
      severity: 'warning',
      message: 'The manifest has no table of contents. Its parts are listed in the order they were found.',
      remedy: 'Check the order and the titles of the parts.',
      where,
    });
  }
  if (tree.organizations > 1) {
    findings.push({
      code: 'several-organizations',
      severity: 'note',
      message: `The package offers ${tree.organizations} tables of contents. “${tree.title}” is the one that is used.`,
      remedy: '',
      where,
    });
  }
  if (launchable.length > 0 && launchable.every(({ scormType }) => scormType === 'asset')) {
    findings.push({
      code: 'only-assets',
      severity: 'warning',
      message: 'Nothing in this package reports what a member does. Opening a page counts as having completed it.',
      remedy: 'If there is a test in it, export the module again with tracking switched on.',
      where,
    });
  }
  return [...findings, ...notesOnOrder(tree), ...notesOnSequencing(tree)];
}

function notesOnOrder(tree: ActivityTree): PackageFinding[] {
  if (!tree.needsSequencing) return notesOnPrerequisites(tree);
  return [
    {
      code: 'needs-sequencing',
      severity: 'note',
      message:
        'The package sets rules for the order of its parts (SCORM 2004 sequencing). ' +
        `Members can open what the rules allow, and are told why when they cannot. They are kept as its edition has them, the ${tree.edition}.`,
      remedy: 'Try it in a preview: what looks like a fault may be a rule.',
      where,
    },
  ];
}

export function nothingToLaunch(): PackageFinding {
  return {
    code: 'nothing-to-launch',
    severity: 'refused',
    message: 'The manifest names no page that could be opened.',
    remedy: exportAgain,
    where,
  };
}
