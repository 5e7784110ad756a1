import type { Cmi } from '../../launch/launch-state';
import { KINDS } from './answers';
import { CHILDREN, type Shape, SHAPES } from './shapes';
import { identifier } from './value-types';

/** Error codes of SCORM 2004 RTE 3.1.7. */
const [NONE, NOT_THERE, CANNOT_SET, UNDEFINED, UNSET, READ_ONLY, MISMATCH, DEPENDS] = [
  '0',
  '301',
  '351',
  '401',
  '403',
  '404',
  '406',
  '408',
] as const;

interface StoredRecord {
  values: Map<string, string>;
  lists: Record<string, string[]>;
}

interface Place {
  shape: Shape;
  records: StoredRecord[];
  index: number;
  /** Within the record: a field, or a list with an index in it. */
  field: string;
  list?: { name: string; index: number };
}

/** A number as content writes it: `01` is one. */
const NAME = /^cmi\.(comments_from_learner|objectives|interactions)(?:\.(\d{1,6})(?:\.(.+))?)?$/;
const LIST = /^(objectives|correct_responses)\.(\d{1,6})\.(\w+)$/;

/**
 * SCORM 2004's comments, objectives and answers, kept by us. scorm-again 3.4.3 leaves a record behind when a value of it was
 * refused, takes `01` for another index than 1, lets no answer change its id or share it, and differs from the standard in what
 * may be set (see answers.ts, value-types.ts).
 */
export class Collections {
  private readonly stored = new Map<string, StoredRecord[]>();

  /** Whether this name is one of theirs. */
  static holds(name: string): boolean {
    return /^cmi\.(comments_from_learner|objectives|interactions)\./.test(name);
  }

  get(name: string): { code: string; value: string } {
    const keyword = /^cmi\.(.+)\.(_count|_children)$/.exec(name);
    if (keyword) return this.keyword(keyword[1]!, keyword[2] as '_count' | '_children');
    const place = this.placeOf(name);
    if (!place) return { code: UNDEFINED, value: '' };
    const record = place.records[place.index];
    if (!record) return { code: NOT_THERE, value: '' };
    if (place.list) {
      const value = record.lists[place.list.name]?.[place.list.index];
      return value === undefined ? { code: NOT_THERE, value: '' } : { code: NONE, value };
    }
    const value = record.values.get(place.field) ?? place.shape.unset?.[place.field];
    return value === undefined ? { code: UNSET, value: '' } : { code: NONE, value };
  }

  /** @returns the error code; '0' when it was taken */
  set(name: string, value: string): string {
    if (/\._(count|children)$/.test(name)) return READ_ONLY;
    const place = this.placeOf(name);
    if (!place) return UNDEFINED;
    const why = this.refusal(place, value);
    if (why === undefined) this.put(place, value);
    return why ?? NONE;
  }

  /** What was stored, whatever it is, if there is a place for it. @returns whether there was */
  load(name: string, value: string): boolean {
    const place = this.placeOf(name);
    if (!place || place.index > place.records.length) return false;
    if (place.list && place.list.index > (place.records[place.index]?.lists[place.list.name]?.length ?? 0))
      return false;
    this.put(place, value);
    return true;
  }

  /** As snapshots hold them. */
  cmi(): Cmi {
    return Object.fromEntries([...this.stored].map(([name, records]) => [name, indexed(records.map(cmiOf))]));
  }

  private keyword(of: string, what: '_count' | '_children'): { code: string; value: string } {
    const pattern = of.replace(/\.\d{1,6}(?=\.|$)/g, '.n');
    const value = what === '_children' ? CHILDREN[pattern] : this.countOf(of);
    if (value === undefined) return { code: UNDEFINED, value: '' };
    const index = /\.(\d{1,6})\./.exec(of)?.[1];
    const isThere = index === undefined || Number(index) < (this.stored.get(of.split('.')[0]!)?.length ?? 0);
    return isThere ? { code: NONE, value } : { code: NOT_THERE, value: '' };
  }

  private countOf(of: string): string | undefined {
    const [name = '', index, list] = of.split('.');
    if (index === undefined) return String(this.stored.get(name)?.length ?? 0);
    if (list === undefined || !SHAPES[name]?.lists?.[list]) return undefined;
    return String(this.stored.get(name)?.[Number(index)]?.lists[list]?.length ?? 0);
  }

  private placeOf(name: string): Place | undefined {
    const [, collection, index, rest] = NAME.exec(name) ?? [];
    if (collection === undefined || index === undefined || rest === undefined) return undefined;
    const shape = SHAPES[collection]!;
    let records = this.stored.get(collection);
    if (!records) this.stored.set(collection, (records = []));
    const place = { shape, records, index: Number(index) };
    if (rest in shape.fields) return { ...place, field: rest };
    const [, list, at, field] = LIST.exec(rest) ?? [];
    if (list === undefined || shape.lists?.[list] !== field) return undefined;
    return { ...place, field: field!, list: { name: list, index: Number(at) } };
  }

  private refusal({ shape, records, index, field, list }: Place, value: string): string | undefined {
    if (index > records.length) return CANNOT_SET;
    const record = records[index];
    if (shape.first && !record?.values.has(shape.first) && (list || field !== shape.first)) return DEPENDS;
    if (list) return this.listRefusal(record!, list, value);
    if (field === 'learner_response') return responseRefusal(record!, value);
    const why = shape.fields[field]!(value);
    if (why) return why;
    const takesId = shape.isKnownById && field === 'id';
    if (takesId && record && record.values.get('id') !== value) return CANNOT_SET;
    if (takesId && records.some((other) => other !== record && other.values.get('id') === value)) return CANNOT_SET;
    return undefined;
  }

  private listRefusal(record: StoredRecord, list: { name: string; index: number }, value: string): string | undefined {
    const there = record.lists[list.name] ?? [];
    const kind = list.name === 'objectives' ? undefined : KINDS[record.values.get('type') ?? ''];
    if (list.name !== 'objectives' && !kind) return DEPENDS;
    if (list.index > there.length) return CANNOT_SET;
    if (kind?.patterns === 'one' && list.index > 0) return CANNOT_SET;
    const fits = kind ? kind.pattern(value) : identifier(value) === undefined;
    if (!fits) return MISMATCH;
    const isUnique = kind === undefined || kind.patterns === 'different';
    const isTwice = isUnique && there.some((other, at) => other === value && at !== list.index);
    return isTwice ? CANNOT_SET : undefined;
  }

  private put({ records, index, field, list }: Place, value: string): void {
    const record = (records[index] ??= { values: new Map(), lists: {} });
    if (list) (record.lists[list.name] ??= [])[list.index] = value;
    else record.values.set(field, value);
  }
}

function responseRefusal(record: StoredRecord, value: string): string | undefined {
  const kind = KINDS[record.values.get('type') ?? ''];
  if (!kind) return DEPENDS;
  return kind.response(value) ? undefined : MISMATCH;
}

const indexed = (items: Cmi[]): Cmi => Object.fromEntries(items.map((item, index) => [String(index), item]));

function cmiOf({ values, lists }: StoredRecord): Cmi {
  const cmi: Cmi = {};
  for (const [name, value] of values) {
    const [field = '', part] = name.split('.');
    if (part === undefined) cmi[field] = value;
    else cmi[field] = { ...(cmi[field] as Cmi | undefined), [part]: value };
  }
  for (const [name, items] of Object.entries(lists)) {
    const field = SHAPES.interactions!.lists![name]!;
    cmi[name] = indexed(items.map((value) => ({ [field]: value })));
  }
  return cmi;
}
