import { join } from 'node:path';
import { z } from 'zod';
import { readYaml } from './read-yaml.mjs';

/** What a fact may be: officers type it anew in the product, which asks for no more than this. */
const KINDS = ['text', 'number', 'phone', 'email', 'url', 'date'];

const said = z.union([z.string().trim().min(1), z.number()], { error: 'Write a text or a number' });
const CouncilFile = z.record(
  z.string().regex(/^[a-z][a-z0-9_]*$/, { error: 'A key is small letters, digits and underscores' }),
  z.union(
    [
      said,
      z.strictObject({
        says: said,
        label: z.string().trim().min(1).optional(),
        kind: z.enum(KINDS, { error: `A kind is one of ${KINDS.join(', ')}` }).optional(),
      }),
    ],
    { error: 'Write a text or a number; or says, with a label and a kind' },
  ),
);

export const DEFAULT_COUNCIL = join(import.meta.dirname, '../council.yaml');

/**
 * The facts of one council, for the blocks "in your council", by key: what each says, what it is called where officers change
 * it, and what it may be.
 */
export function readCouncil(file, problems) {
  const facts = readYaml(file, CouncilFile, problems)?.value ?? {};
  return { file, facts: new Map(Object.entries(facts).map(([key, fact]) => [key, factOf(key, fact)])) };
}

function factOf(key, fact) {
  const { says, label, kind } = typeof fact === 'object' ? fact : { says: fact };
  return { says: String(says), label: label ?? inWords(key), kind: kind ?? kindOf(String(says)) };
}

/** `it_service_desk` as "It service desk". */
const inWords = (key) => key.replace(/^./, (letter) => letter.toUpperCase()).replaceAll('_', ' ');

function kindOf(says) {
  if (/^\d{1,9}$/.test(says)) return 'number';
  if (/^(\+|0)[\d ]{8,16}$/.test(says)) return 'phone';
  if (/^[^\s@]+@[^\s@]+\.[a-z]+$/i.test(says)) return 'email';
  return /^https:\/\/\S+$/.test(says) ? 'url' : 'text';
}
