import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

export interface SealedEntry {
  tag: string;
  key: string;
  seq: number;
  sealed: Uint8Array;
}

interface JournalDatabase extends DBSchema {
  entries: { key: [string, string]; value: SealedEntry };
}

const open = async (name: string): Promise<IDBPDatabase<JournalDatabase>> =>
  openDB<JournalDatabase>(name, 1, {
    upgrade: (database) => void database.createObjectStore('entries', { keyPath: ['tag', 'key'] }),
    // Staying open keeps anybody else of this origin from deleting the journal while we use it.
    blocking: () => {},
  });

/**
 * The journal in IndexedDB. Browsers may deny it, some by throwing on its very name: then every promise here is rejected,
 * and `spill.ts` takes over.
 */
export class Disk {
  private readonly opened: Promise<IDBPDatabase<JournalDatabase>>;

  constructor(name = 'induct-journal') {
    this.opened = open(name);
    this.opened.catch(() => {});
  }

  /** Whether this browser keeps anything here. */
  get works(): Promise<boolean> {
    return this.opened.then(
      () => true,
      () => false,
    );
  }

  async put(entry: SealedEntry): Promise<void> {
    const transaction = (await this.opened).transaction('entries', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(entry), transaction.done]);
  }

  /** Removes the entry unless a newer one has taken its place. */
  async remove(tag: string, key: string, seq: number): Promise<void> {
    const transaction = (await this.opened).transaction('entries', 'readwrite');
    const found = await transaction.store.get([tag, key]);
    if (found && found.seq <= seq) await transaction.store.delete([tag, key]);
    await transaction.done;
  }

  async all(tag: string): Promise<SealedEntry[]> {
    return (await this.opened).getAll('entries', IDBKeyRange.bound([tag, ''], [tag, '\uffff']));
  }
}
