import { Disk, type SealedEntry } from './disk';
import { type CommitBody, keyOf, type Place, placeOf } from './entry';
import type { Seal } from './seal';
import type { Spill } from './spill';

export interface Unsent {
  place: Place;
  body: CommitBody;
}

/** What was not acknowledged yet, kept in the browser across closed tabs and crashes, sealed. */
export class Journal {
  /**
   * Not acknowledged by the server. The page's own copy: whoever shares this origin's storage can delete what lies there
   * (docs/decisions/0403), and it is written once more when the page goes away.
   */
  private readonly unacknowledged = new Map<string, SealedEntry>();
  /** Of runs with an entry that the server will not take, the number of that entry. */
  private readonly aside = new Map<string, number>();
  private leaving = false;
  /** Told after every writing whether this device has it. */
  onKept: (isKept: boolean) => void = () => {};

  constructor(
    private readonly seal: Seal,
    private readonly spill: Spill,
    private readonly disk = new Disk(),
  ) {}

  /** Seals and hands over at once; throws only when sealing fails. */
  keep(place: Place, body: CommitBody): void {
    const key = keyOf(place);
    const sealed = this.seal.close(this.label(key, body.seq), JSON.stringify(body));
    const entry: SealedEntry = { tag: this.seal.tag, key, seq: body.seq, sealed };
    this.unacknowledged.set(key, entry);
    if (this.leaving) this.spill.put(entry);
    void this.disk.put(entry).then(
      () => this.onKept(true),
      () => this.onKept(this.spill.put(entry)),
    );
  }

  /** Whether this browser keeps anything at all. */
  async keepsAnything(): Promise<boolean> {
    return this.spill.works || (await this.disk.works);
  }

  /** The page goes away: what is there, and from now on every entry, is also written where it does not need time. */
  pageIsLeaving(leaving: boolean): void {
    this.leaving = leaving;
    if (leaving) for (const entry of this.unacknowledged.values()) this.spill.put(entry);
  }

  /** After the server's acknowledgement, and only then. */
  forget(place: Place, seq: number): void {
    const key = keyOf(place);
    const waiting = this.unacknowledged.get(key);
    if (waiting && waiting.seq <= seq) this.unacknowledged.delete(key);
    if ((this.aside.get(key) ?? 0) <= seq) this.aside.delete(key);
    this.spill.remove(this.seal.tag, key, seq);
    this.disk.remove(this.seal.tag, key, seq).catch(() => {});
  }

  /** The server will not take what is there of this run: it stays, for somebody to look at. */
  setAside(place: Place, seq: number): void {
    this.aside.set(keyOf(place), seq);
  }

  /** Everything is with the server that it takes. */
  allSent(): void {
    if (this.aside.size === 0) this.spill.untell(this.seal.tag);
  }

  /** True the first time, also over later pages, until nothing is set aside any more. */
  tellOnce(): boolean {
    return this.spill.tell(this.seal.tag);
  }

  /** The newest entry of every run, oldest first. */
  async unsent(): Promise<Unsent[]> {
    const found = [...(await this.disk.all(this.seal.tag).catch(() => [])), ...this.spill.all(this.seal.tag)];
    const newest = new Map<string, SealedEntry>();
    for (const entry of found) {
      if ((newest.get(entry.key)?.seq ?? 0) < entry.seq) newest.set(entry.key, entry);
    }
    return [...newest.values()]
      .flatMap((entry) => {
        const place = placeOf(entry.key);
        const text = this.seal.open(this.label(entry.key, entry.seq), entry.sealed);
        if (!place || text === undefined) return [];
        this.unacknowledged.set(entry.key, entry);
        return [{ place, body: JSON.parse(text) as CommitBody }];
      })
      .toSorted((a, b) => a.body.seq - b.body.seq);
  }

  private label(key: string, seq: number): string {
    return `${this.seal.tag} ${key} ${seq}`;
  }
}
