import { type Activity, type ActivityTree, scos } from '../activity/activity-tree';
import type { PackageFinding } from './package-finding';
import { nothingToLaunch } from './manifest-findings';

/** Finds a file by an address that may be escaped or in another case. */
export class FileNames {
  private readonly exact: ReadonlySet<string>;
  private readonly folded = new Map<string, string>();

  /** @param paths of the files, below the package's root */
  constructor(paths: Iterable<string>) {
    this.exact = new Set(paths);
    for (const path of this.exact) this.folded.set(foldedName(path), path);
  }

  /** The path the address means; undefined when there is no such file. */
  find(address: string): string | undefined {
    const path = decoded(address);
    return this.exact.has(path) ? path : this.folded.get(foldedName(path));
  }
}

/** Names that differ only by this are one name to Windows and macOS. */
export function foldedName(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

export interface Fitted {
  tree: ActivityTree;
  findings: PackageFinding[];
}

/**
 * Makes the tree's addresses those of real files: package authors test on Windows, where the case of a name does not
 * matter. An item whose file is missing cannot be opened. @param listed all files the manifest names
 */
export function fitToFiles(tree: ActivityTree, listed: readonly string[], names: FileNames): Fitted {
  const findings: PackageFinding[] = [];
  const fitted = { ...tree, root: fittedActivity(tree.root, names, findings) };
  if (scos(fitted).length === 0) findings.push(nothingToLaunch());
  const named = new Set(listed.map((file) => file.split(/[?#]/, 1)[0]!));
  const missing = [...named].filter((file) => names.find(file) === undefined);
  if (missing.length > 0) findings.push(missingFiles(missing, named.size));
  return { tree: fitted, findings };
}

function fittedActivity(activity: Activity, names: FileNames, findings: PackageFinding[]): Activity {
  const children = activity.children.map((child) => fittedActivity(child, names, findings));
  const { href, ...rest } = activity;
  if (href === undefined) return { ...rest, children };
  const [address = ''] = href.split(/[?#]/, 1);
  const path = names.find(address);
  if (path === undefined) {
    findings.push({
      code: 'missing-launch-file',
      severity: 'warning',
      message: `The page of “${activity.title}” is not in the package, so it cannot be opened.`,
      remedy: 'Export the package again and check that all its files are in it.',
      where: address.slice(0, 240),
    });
    const { scormType: _, ...unopenable } = rest;
    return { ...unopenable, children };
  }
  if (path !== decoded(address)) {
    findings.push({
      code: 'different-case',
      severity: 'note',
      message: `The manifest writes “${address}”, the file is called “${path}”. It was found all the same.`,
      remedy: '',
      where: path,
    });
  }
  return { ...rest, href: escaped(path) + href.slice(address.length), children };
}

/** So many are still looked for one by one. */
const FEW = 3;

function missingFiles(missing: readonly string[], named: number): PackageFinding {
  const count = missing.length.toLocaleString('en-GB');
  const of = `${count} of the ${named.toLocaleString('en-GB')} files that the manifest names are`;
  const found = { code: 'missing-files', severity: 'warning' } as const;
  if (missing.length > FEW && missing.length * 2 >= named) {
    return {
      ...found,
      message: `Most of the module is missing: ${of} not in the package.`,
      remedy: 'The zip was not made of the whole module. Export it again, check its size, and upload the new file.',
      where: '',
    };
  }
  return {
    ...found,
    message: `${missing.length === 1 ? 'A file that the manifest names is' : of} not in the package.`,
    remedy: 'Look through the module: a picture, sound or page may be missing.',
    where: missing.length > FEW ? '' : missing.map(decoded).join(', ').slice(0, 500),
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function escaped(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
