import type { Fields } from '../../../forms/form-problems';

/** A choice of a field. */
export interface Item {
  value: string;
  text: string;
  hint?: string;
}

interface Named {
  name: string;
  label: string;
  hint?: string;
}

/** What stands in a form; `fields.njk` shows it. */
export type Field =
  | (Named & { as: 'line' | 'number' | 'day' })
  | (Named & { as: 'text'; rows: number })
  | (Named & { as: 'radios' | 'select'; items: readonly Item[] })
  | (Named & { as: 'tick' })
  /** One of several of the same name, which stand apart. */
  | (Named & { as: 'pick'; value: string })
  | { as: 'group'; legend: string; fields: readonly Field[] }
  /** Opened by a press; open from the beginning when something is in it. */
  | { as: 'folded'; legend: string; isOpen: boolean; fields: readonly Field[]; id?: string }
  | {
      as: 'grid';
      caption: string;
      hint: string;
      columns: readonly string[];
      rows: readonly { legend: string; names: readonly string[] }[];
    };

export const line = (name: string, label: string, hint?: string): Field => ({
  as: 'line',
  name,
  label,
  ...(hint && { hint }),
});
export const text = (name: string, label: string, hint?: string, rows = 4): Field => ({
  as: 'text',
  name,
  label,
  rows,
  ...(hint && { hint }),
});
export const tick = (name: string, label: string, hint?: string): Field => ({
  as: 'tick',
  name,
  label,
  ...(hint && { hint }),
});
export const group = (legend: string, ...fields: Field[]): Field => ({ as: 'group', legend, fields });

/** From 1 to a number, that included. */
export const numbers = (most: number): number[] => Array.from({ length: most }, (_, at) => at + 1);

/** Folded parts of a form in which something is written, or of which something is said, are open. @param form by the names of its fields */
export const opened = (fields: readonly Field[], form: Fields): readonly Field[] =>
  fields.map((field) => {
    if (field.as === 'group') return { ...field, fields: opened(field.fields, form) };
    if (field.as !== 'folded') return field;
    return {
      ...field,
      isOpen: field.isOpen || field.fields.some((one) => isWritten(one, form)),
      fields: opened(field.fields, form),
    };
  });

function isWritten(field: Field, form: Fields): boolean {
  if (field.as === 'pick') return form[field.name] === field.value;
  if (field.as === 'group' || field.as === 'folded') return field.fields.some((one) => isWritten(one, form));
  if (field.as === 'day' && ['day', 'month', 'year'].some((part) => form[`${field.name}-${part}`])) return true;
  return field.as !== 'grid' && form[field.name] !== undefined && form[field.name] !== '';
}
