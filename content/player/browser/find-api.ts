/** Strings by the standard; some platforms answer with booleans or nothing. */
export type Reply = string | number | boolean | null | undefined;

/** A run-time as it stands in a window: eight calls, of which five are used here. */
export type ScormApi = Record<string, (...args: string[]) => Reply>;

// Against a page that is its own ancestor; real nesting is two or three deep.
const DEEPEST = 50;

/** Up through the parents, then the opener and its parents (SCORM 1.2 RTE 3.3, SCORM 2004 RTE 3.3.1). */
export const findApi = (from: Window, name: string) => findAbove(from, name) as ScormApi | undefined;

/** What a platform has put into its window for those it opens. */
export function findAbove(from: Window, name: string): unknown {
  const opener = reachable(() => from.opener as Window | null);
  return upwards(from, name) ?? (opener ? upwards(opener, name) : undefined);
}

function upwards(from: Window, name: string): unknown {
  let at = from;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const found = reachable(() => (at as unknown as Record<string, unknown>)[name]);
    if (found) return found;
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** A window of another origin throws when it is looked into. */
function reachable<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
