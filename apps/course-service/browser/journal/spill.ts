import type { SealedEntry } from './disk';
import { base64FromBytes, bytesFromBase64 } from './seal';

const PREFIX = 'induct-journal';
const TOLD = 'induct-told';

/**
 * localStorage, because it is synchronous: what the server has not confirmed when the page goes away is written here,
 * beside IndexedDB, which may not be done yet. It may be absent, full, or throw at every touch: then it holds nothing.
 */
export class Spill {
  /** Said in this page; for browsers that remember nothing. */
  private told = false;

  constructor(private readonly storage: Storage | undefined) {}

  /** Whether this browser keeps anything here. */
  get works(): boolean {
    const probe = `${PREFIX}-probe`;
    const wrote = this.write(probe, '1');
    this.delete(probe);
    return wrote;
  }

  /** @returns false when it is full or denied */
  put(entry: SealedEntry): boolean {
    return this.write(
      `${PREFIX} ${entry.tag} ${entry.key}`,
      JSON.stringify({ seq: entry.seq, sealed: base64FromBytes(entry.sealed) }),
    );
  }

  remove(tag: string, key: string, seq: number): void {
    const found = this.read(`${PREFIX} ${tag} ${key}`);
    if (found && found.seq <= seq) this.delete(`${PREFIX} ${tag} ${key}`);
  }

  all(tag: string): SealedEntry[] {
    const start = `${PREFIX} ${tag} `;
    return (attempt(() => Object.keys(this.storage ?? {})) ?? [])
      .filter((name) => name.startsWith(start))
      .flatMap((name) => {
        const found = this.read(name);
        return found ? [{ tag, key: name.slice(start.length), ...found }] : [];
      });
  }

  /** @returns false when it was told before */
  tell(tag: string): boolean {
    const isNew = !this.told && this.text(`${TOLD} ${tag}`) !== '1';
    this.told = true;
    this.write(`${TOLD} ${tag}`, '1');
    return isNew;
  }
  untell(tag: string): void {
    this.told = false;
    this.delete(`${TOLD} ${tag}`);
  }

  private write(name: string, value: string): boolean {
    return attempt(() => (this.storage ? (this.storage.setItem(name, value), true) : false)) ?? false;
  }

  private delete(name: string): void {
    attempt(() => this.storage?.removeItem(name));
  }

  private text(name: string): string | undefined {
    return attempt(() => this.storage?.getItem(name) ?? undefined);
  }

  private read(name: string): { seq: number; sealed: Uint8Array } | undefined {
    return attempt(() => {
      const { seq, sealed } = JSON.parse(this.text(name) ?? '') as { seq: unknown; sealed: string };
      return { seq: Number(seq), sealed: bytesFromBase64(sealed) };
    });
  }
}

/** Browsers throw on the mere name when storage is denied. */
export const localStorageOrNone = (): Storage | undefined => attempt(() => window.localStorage);

/** @returns nothing when it throws */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
