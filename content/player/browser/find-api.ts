/** Strings by the standard; some platforms answer with booleans or nothing. */
type Reply = string | number | boolean | null | undefined;

/** Those of the eight calls of SCORM 1.2 that are used here. */
export interface ScormApi {
  LMSInitialize(empty: ''): Reply;
  LMSGetValue(element: string): Reply;
  LMSSetValue(element: string, value: string): Reply;
  LMSCommit(empty: ''): Reply;
  LMSFinish(empty: ''): Reply;
}

type MaybeLms = Window & { API?: ScormApi };

// Against a page that is its own ancestor; real nesting is two or three deep.
const DEEPEST = 50;

/** SCORM 1.2 RTE 3.3: up through the parents, then the opener and its parents. */
export function findApi(from: Window): ScormApi | undefined {
  return upwards(from) ?? (reachable(() => from.opener as Window | null) ? upwards(from.opener as Window) : undefined);
}

function upwards(from: Window): ScormApi | undefined {
  let at = from as MaybeLms;
  for (let depth = 0; depth < DEEPEST; depth++) {
    const api = reachable(() => at.API);
    if (api) return api;
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
