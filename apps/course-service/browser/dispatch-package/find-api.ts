/** A learning system's run-time, whatever it is called there. */
export type Api = Record<string, (...given: string[]) => unknown>;

/** How far learning systems nest their frames (SCORM 1.2 RTE 3.3.6.1, SCORM 2004 RTE 3.2.1). */
const MOST_FRAMES = 500;

/** Looks around this page, then around the one that opened it, then around the one that opened the page at the top. */
export function findApi(window: Window, name: 'API' | 'API_1484_11'): Api | undefined {
  const openers = [() => window.opener as Window | null, () => window.top?.opener as Window | null | undefined];
  return above(window, name) ?? first(openers, (opener) => above(opener, name));
}

function first(openers: readonly (() => Window | null | undefined)[], look: (opener: Window) => Api | undefined) {
  for (const one of openers) {
    try {
      const opener = one();
      const found = opener ? look(opener) : undefined;
      if (found) return found;
    } catch {
      // Not ours to look at.
    }
  }
  return undefined;
}

function above(start: Window, name: string): Api | undefined {
  let at = start;
  for (let step = 0; step < MOST_FRAMES; step++) {
    const found = apiOf(at, name);
    if (found) return found;
    if (!at.parent || at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** A page of another origin has none for us. */
function apiOf(window: Window, name: string): Api | undefined {
  try {
    return (window as unknown as Record<string, Api | undefined>)[name] ?? undefined;
  } catch {
    return undefined;
  }
}
