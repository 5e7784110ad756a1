import type { SequencingElement } from '../activity/activity-tree';

/** Identifiers are URIs: two that differ only in how they are escaped, or in how much white space they have, are one. */
export function decoded(id: string): string {
  try {
    return collapsed(decodeURIComponent(id));
  } catch {
    return collapsed(id);
  }
}

export const collapsed = (text: string): string => text.trim().replace(/\s+/g, ' ');

export const same = (name: string, other: string): boolean =>
  name.length === other.length && name.toLowerCase() === other.toLowerCase();

export const childrenOf = (element: SequencingElement | undefined, name: string): SequencingElement[] =>
  element?.children.filter((child) => same(child.name, name)) ?? [];

export const childOf = (element: SequencingElement | undefined, name: string): SequencingElement | undefined =>
  childrenOf(element, name)[0];

export function flag(text: string | undefined, otherwise: boolean): boolean {
  const word = text?.trim().toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : otherwise;
}

export function within(text: string | undefined, from: number, to: number): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const value = Number(text);
  return value >= from && value <= to ? value : undefined;
}

export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

export function oneOf<T extends string>(words: readonly T[], text: string | undefined): T | undefined {
  return words.find((word) => same(word, text?.trim() ?? ''));
}
