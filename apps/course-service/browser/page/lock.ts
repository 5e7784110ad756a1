const NAMES = [
  'fetch',
  'crypto',
  'indexedDB',
  'localStorage',
  'setTimeout',
  'clearTimeout',
  'MutationObserver',
  'AbortSignal',
  'getComputedStyle',
] as const;
const KINDS = `
  EventTarget Event Node Element Document MutationObserver Response Crypto Storage
  IDBFactory IDBDatabase IDBTransaction IDBObjectStore IDBRequest TextEncoder TextDecoder Promise Map
  Set Array Uint8Array AbortSignal DOMRectReadOnly CSSStyleDeclaration HTMLElement
`
  .trim()
  .split(/\s+/);

/**
 * Nobody can put something else in the place of what the player works with. Content has a window of its own with its own
 * copies of all of this; it needs ours for nothing. Done before there is any content.
 */
export function lockOwnWindow(): void {
  const page = window as unknown as Record<string, unknown>;
  for (const name of NAMES) {
    try {
      Object.defineProperty(page, name, { value: page[name], writable: false, configurable: false });
    } catch {
      // Storage that throws on its name stays as it is.
    }
  }
  for (const name of KINDS) {
    const kind = page[name] as { prototype?: object } | undefined;
    if (kind?.prototype) Object.freeze(kind.prototype);
  }
  Object.freeze(JSON);
  Object.freeze(page.AbortSignal);
}
