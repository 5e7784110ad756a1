import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a part of REVIEW.md asks for, told by its heading. */
const PARTS = [
  { asks: 'confirm', heading: /confirm/i },
  { asks: 'localise', heading: /differs|localis/i },
  { asks: 'watch', heading: /expected|change in law/i },
];

/**
 * What REVIEW.md lists for the monitoring officer, line by line. A line has its id from its words: where they stay as they are
 * from version to version, so does what was confirmed of them.
 * @param facts of the council, by key
 * @returns {{ id: string, asks: 'confirm' | 'localise' | 'watch', text: string }[]}
 */
export function readReview(folder, facts = new Map()) {
  const file = join(folder, 'REVIEW.md');
  if (!existsSync(file)) return [];
  const [, ...parts] = readFileSync(file, 'utf8').split(/^## /m);
  return parts.flatMap((part) => {
    const [heading, ...lines] = part.split('\n');
    const asks = PARTS.find((known) => known.heading.test(heading))?.asks;
    return asks ? itemsOf(lines, facts).map((text) => ({ id: idOf(asks, text), asks, text })) : [];
  });
}

function itemsOf(lines, facts) {
  const items = [];
  for (const line of lines) {
    const [, text] = /^[-*] +(.+)$/.exec(line) ?? [];
    if (text) items.push(text);
    else if (/^ +\S/.test(line) && items.length > 0) items.push(`${items.pop()} ${line.trim()}`);
  }
  // Who reads it knows facts by what they are called.
  const called = (text) => text.replace(/\b[a-z]+(_[a-z]+)+\b/g, (key) => facts.get(key)?.label ?? key);
  return [...new Set(items.map((text) => called(plain(text))))];
}

const plain = (text) =>
  text
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .replace(/(^|\s)[*_](\S[^*_]*)[*_]/g, '$1$2')
    .trim();

const idOf = (asks, text) => createHash('sha256').update(`${asks} ${text}`).digest('hex').slice(0, 16);
