import type { SequencingElement } from '../activity/activity-tree';

export function allNamed(element: SequencingElement | undefined, name: string): SequencingElement[] {
  return element?.children.filter((child) => child.name.toLowerCase() === name) ?? [];
}

export const named = (element: SequencingElement | undefined, name: string): SequencingElement | undefined =>
  allNamed(element, name)[0];

/** @param name in lower case */
export function value(element: SequencingElement | undefined, name: string): string | undefined {
  return element && Object.hasOwn(element.attributes, name) ? element.attributes[name]?.trim() : undefined;
}

/** xs:boolean; anything else is the default. */
export function flag(element: SequencingElement | undefined, name: string, otherwise: boolean): boolean {
  const text = value(element, name)?.toLowerCase();
  if (text === 'true' || text === '1') return true;
  return text === 'false' || text === '0' ? false : otherwise;
}

/** A whole number from 0 on. */
export function count(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A number from `min` to 1. */
export function share(text: string | undefined, min: -1 | 0): number | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const number = Number(text);
  return number >= min && number <= 1 ? number : undefined;
}

/** Identifiers of objectives are URIs: "a%20b" and "a b" are one (RFC 3986, 2.1). */
export function idKey(id: string): string {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
}
