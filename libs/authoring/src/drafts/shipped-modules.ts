import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '@induct/platform';
import { kindOfPath, type ModuleFiles } from '../format/folder';
import { readDetails } from '../format/module-text';

const COURSES = join(projectRoot, 'content/courses');
const STARTER = join(projectRoot, 'content/build/starter');

export interface ShippedModule {
  /** The name of its folder. */
  slug: string;
  title: string;
}

/** The modules whose sources come with Induct, by title. Read once: they change with the program. */
export const shippedModules = (): Promise<readonly ShippedModule[]> => (shipped ??= readShipped());
let shipped: Promise<readonly ShippedModule[]> | undefined;

async function readShipped(): Promise<readonly ShippedModule[]> {
  const slugs = await readdir(COURSES);
  const found = await Promise.all(
    slugs.map(async (slug) => {
      const about = await readFile(join(COURSES, slug, 'module.yaml'), 'utf8').catch(() => undefined);
      return about === undefined ? [] : [{ slug, title: readDetails(about).title }];
    }),
  );
  return found.flat().toSorted((one, other) => one.title.localeCompare(other.title));
}

/** The pattern that a new module begins with. */
export const starterFiles = (): Promise<ModuleFiles> => readFolder(STARTER);

/** @param slug one of `shippedModules` */
export const shippedFiles = (slug: string): Promise<ModuleFiles> => readFolder(join(COURSES, slug));

async function readFolder(folder: string): Promise<ModuleFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string | Buffer>();
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name).slice(folder.length + 1);
    const kind = kindOfPath(path);
    if (!kind) continue;
    const bytes = await readFile(join(folder, path));
    files.set(path, kind === 'text' ? bytes.toString('utf8') : bytes);
  }
  return files;
}
