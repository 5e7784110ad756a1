import type { Report } from './report';
import { localStorageOrNone } from '../journal/spill';

const PREFIX = 'induct-taster';

/** How far somebody without an account has come in a module. */
export interface Place {
  /** ISO 8601: when that was. */
  at: string;
  report: Report;
}

/**
 * The places of whoever tries modules without an account: in this browser, on the content origin, and nowhere else. No name is in
 * them. Other modules of this origin could read and write them, so what comes back is looked at like anything that is not ours.
 */
export class Places {
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | undefined = localStorageOrNone(),
  ) {}

  /** Of a version; undefined when there is none, or what is there is no place. */
  find(versionId: string): Place | undefined {
    try {
      const found: unknown = JSON.parse(this.storage?.getItem(nameOf(versionId)) ?? 'null');
      return isPlace(found) ? found : undefined;
    } catch {
      return undefined;
    }
  }

  /** @returns false when this browser keeps nothing, or not so much */
  keep(versionId: string, place: Place): boolean {
    try {
      if (!this.storage) return false;
      this.storage.setItem(nameOf(versionId), JSON.stringify(place));
      return true;
    } catch {
      return false;
    }
  }

  forget(versionId: string): void {
    try {
      this.storage?.removeItem(nameOf(versionId));
    } catch {
      // It was not there.
    }
  }
}

const nameOf = (versionId: string): string => `${PREFIX} ${versionId}`;

function isPlace(found: unknown): found is Place {
  if (typeof found !== 'object' || found === null || !('report' in found) || !('at' in found)) return false;
  const { at, report } = found as { at: unknown; report: unknown };
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof report !== 'object' || report === null)
    return false;
  const { completion, success, score, progress, location, suspendData } = report as Record<string, unknown>;
  const isNumber = (value: unknown) => value === undefined || typeof value === 'number';
  return (
    [completion, success, location, suspendData].every((one) => typeof one === 'string') &&
    isNumber(score) &&
    isNumber(progress)
  );
}
