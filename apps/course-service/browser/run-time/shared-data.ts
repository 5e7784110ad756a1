/** A store that activities of a course share (SCORM 2004 4th Edition RTE 4.3, adl.data), with what this one may do with it. */
export interface DataStore {
  id: string;
  /** undefined: nobody has written it yet. */
  value?: string | undefined;
  read: boolean;
  write: boolean;
  /** This opening of the activity has written it. */
  own?: boolean;
}

/** Of all that a run may write, in UTF-8: it travels with each snapshot. */
const MOST_BYTES = 256 * 1024;

const NAME = /^adl\.data(?:\.(\d{1,6}))?\.(id|store|_count|_children)$/;
const LONGEST = 64_000;

/** `adl.data` as content sees it; scorm-again 3.4.3 knows of no rights, and lets content make stores. */
export class SharedData {
  private readonly stores: DataStore[];

  constructor(stores: readonly DataStore[] = []) {
    this.stores = stores.map((store) => ({ ...store }));
  }

  static holds(name: string): boolean {
    return name.startsWith('adl.data.');
  }

  get(name: string): { code: string; value: string } {
    const [, index, field] = NAME.exec(name) ?? [];
    if (field === undefined) return { code: '401', value: '' };
    if (index === undefined) return this.keyword(field);
    const store = this.stores[Number(index)];
    if (field.startsWith('_')) return { code: '401', value: '' };
    if (!store) return { code: '301', value: '' };
    if (field === 'id') return { code: '0', value: store.id };
    if (!store.read) return { code: '405', value: '' };
    // A store that was emptied is as one that nobody has written (so the conformance suite has it).
    return store.value ? { code: '0', value: store.value } : { code: '403', value: '' };
  }

  /** @returns the error code; '0' when it was taken */
  set(name: string, value: string): string {
    const [, index, field] = NAME.exec(name) ?? [];
    if (field === undefined) return '401';
    if (index === undefined || field.startsWith('_')) return '404';
    const store = this.stores[Number(index)];
    if (!store) return '351';
    if (field === 'id' || !store.write) return '404';
    if (value.length > LONGEST) return '406';
    if (!this.hasRoomFor(store, value)) return '351';
    store.value = value;
    store.own = true;
    return '0';
  }

  /** By id. */
  written(): Record<string, string> {
    return Object.fromEntries(this.stores.filter(({ own }) => own).map(({ id, value = '' }) => [id, value]));
  }

  private hasRoomFor(store: DataStore, value: string): boolean {
    const others = this.stores.filter((other) => other.own && other !== store);
    return (
      new TextEncoder().encode(JSON.stringify([...others.map((other) => other.value), value])).length <= MOST_BYTES
    );
  }

  /** As they are now, in their order. */
  all(): DataStore[] {
    return this.stores.map((store) => ({ ...store }));
  }

  private keyword(field: string): { code: string; value: string } {
    if (field === '_count') return { code: '0', value: String(this.stores.length) };
    return field === '_children' ? { code: '0', value: 'id,store' } : { code: '401', value: '' };
  }
}
