import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from '../read-yaml.mjs';
import { date, text, webAddress } from '../schema-words.mjs';

const FILE = join(import.meta.dirname, '../../law.yaml');

/** content/law.yaml: the Acts, regulations, cases and guidance that marks of sources may name. */
const LawFile = z.record(
  z.string(),
  z
    .strictObject({
      title: text('the full title').optional(),
      url: webAddress.optional(),
      read: date.optional(),
    })
    .nullable(),
);

/**
 * @returns {Map<string, { name: string, title: string, url?: string, read?: string }>} by name; `read` is the day on which
 * somebody last compared its text with what the modules say
 */
export function readLaw(problems, file = FILE) {
  const entries = readYaml(file, LawFile, problems)?.value ?? {};
  return new Map(
    Object.entries(entries).map(([name, entry]) => [plain(name), { name, title: entry?.title ?? name, ...entry }]),
  );
}

/** The same apostrophe, whichever was typed. */
export const plain = (name) => name.replaceAll('’', "'").replace(/\s+/g, ' ').trim();
