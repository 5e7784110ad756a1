/** Run-time data as it arrived: from a browser, so nothing about its shape is sure. */
export type CmiData = Readonly<Record<string, unknown>>;

const nothing: CmiData = {};

/** The object at `name`, or an empty one. */
export function group(data: CmiData, name: string): CmiData {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  return isObject(value) ? value : nothing;
}

/** The text at `name`; numbers are taken as scorm-again writes them, anything else is "". */
export function text(data: CmiData, name: string): string {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** scorm-again writes a collection as an object keyed "0", "1" …; an array is read as well. In order of the index. */
export function collection(data: CmiData, name: string): { index: number; item: CmiData }[] {
  const value = Object.hasOwn(data, name) ? data[name] : undefined;
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key, item]) => /^\d{1,6}$/.test(key) && isObject(item))
    .map(([key, item]) => ({ index: Number(key), item: item as CmiData }))
    .toSorted((a, b) => a.index - b.index);
}

/** A decimal as SCORM writes it; undefined when it is unset or no number. */
export function decimal(value: string): number | undefined {
  const trimmed = value.trim();
  return /^-?(\d{1,10}(\.\d*)?|\.\d+)$/.test(trimmed) ? Number(trimmed) : undefined;
}

function isObject(value: unknown): value is CmiData {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
