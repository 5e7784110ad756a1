import { type ActivityTree, FileNames, scos } from '@induct/scorm';
import type { Archive } from '../archive/archive';
import type { PackageEntry } from '../archive/package-root';
import { contentOf } from '../archive/unpack';
import type { OutsideLook } from './outside-content';

const MOST_PAGES = 50;
const MOST_SCRIPTS = 20;
/** Larger ones are libraries, and larger pages are no launch pages. */
const LARGEST = 1024 ** 2;

/** Has a look at the pages that the player opens, with the scripts of the package that they include. */
export function lookAtLaunchPages(
  archive: Archive,
  tree: ActivityTree,
  files: readonly PackageEntry[],
  look: OutsideLook,
): void {
  const names = new FileNames(files.map(({ path }) => path));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const text = (path: string | undefined): string => {
    const entry = path === undefined ? undefined : byPath.get(path);
    return entry && Math.max(entry.unpacked, entry.packed) <= LARGEST
      ? contentOf(archive, entry).toString('latin1')
      : '';
  };
  const pages = new Set(scos(tree).flatMap(({ href = '' }) => names.find(href.split(/[?#]/, 1)[0]!) ?? []));
  for (const path of [...pages].slice(0, MOST_PAGES)) {
    const html = /\.x?html?$/i.test(path) ? text(path) : '';
    const scripts = Array.from(
      html.matchAll(/<script\b[^>]{0,500}?\ssrc\s*=\s*["']?([^"'\s>]{1,300})/gi),
      ([, src]) => src!,
    );
    const included = scripts
      .slice(0, MOST_SCRIPTS)
      .flatMap((src) => (URL.canParse(src, `http://package/${path}`) ? [new URL(src, `http://package/${path}`)] : []))
      .filter(({ host }) => host === 'package');
    look.launchPage(
      path,
      html,
      included.map(({ pathname }) => text(names.find(pathname.slice(1)))),
    );
  }
}
