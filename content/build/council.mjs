import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './read-yaml.mjs';

const CouncilFile = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'A key is small letters, digits and underscores' }),
  z.union([z.string().trim().min(1), z.number()], { error: 'Write a text or a number' }),
);

export const DEFAULT_COUNCIL = join(import.meta.dirname, '../council.yaml');

/** The facts of one council, for the blocks "in your council": a map of texts by key. */
export function readCouncil(file, problems) {
  const facts = readYaml(file, CouncilFile, problems)?.value ?? {};
  return { file, facts: new Map(Object.entries(facts).map(([key, value]) => [key, String(value)])) };
}
