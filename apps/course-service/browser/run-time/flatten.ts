import type { Cmi } from '../launch/launch-state';

const first = (name: string) => (name === 'id' ? 0 : name === 'type' ? 1 : 2);

/**
 * `{ core: { score: { raw: 80 } } }` → `cmi.core.score.raw` = `80`, ids and types first, as later elements need them.
 * @param keepsEmpty names of which "" is a value; of all others it means that nobody has set them
 */
export function flatten(
  cmi: Cmi,
  keepsEmpty: (name: string) => boolean = () => false,
  prefix = 'cmi',
): [name: string, value: string][] {
  return Object.entries(cmi)
    .toSorted(([a], [b]) => first(a) - first(b))
    .flatMap(([key, value]) => {
      const name = `${prefix}.${key}`;
      if (value === undefined || value === null || (value === '' && !keepsEmpty(name))) return [];
      return typeof value === 'object' ? flatten(value, keepsEmpty, name) : [[name, String(value)] as [string, string]];
    });
}

/** Reads `cmi.core.lesson_status` out of the nested form. */
export function valueAt(cmi: Cmi, name: string): string {
  let at: Cmi[string] = cmi;
  for (const part of name.split('.').slice(1)) {
    if (typeof at !== 'object') return '';
    at = at[part];
  }
  return at === undefined || typeof at === 'object' ? '' : String(at);
}

/** Sets one leaf in the nested form. */
export function setAt(cmi: Cmi, name: string, value: string): void {
  const parts = name.split('.').slice(1);
  const leaf = parts.pop()!;
  let at = cmi;
  for (const part of parts) at = (at[part] ??= {}) as Cmi;
  at[leaf] = value;
}
