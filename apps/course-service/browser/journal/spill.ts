import type { SealedEntry } from './disk';
import { base64FromBytes, bytesFromBase64 } from './seal';

const PREFIX = 'induct-journal';
const MARK = 'induct-unsent';
const TOLD = 'induct-told';

/**
 * localStorage, because it is synchronous: what the server has not confirmed when the page goes away is written here,
 * beside IndexedDB, which may not be done yet. It also says, before anything asynchronous could, that there is something to send before content may start.
 */
export class Spill {
  constructor(private readonly storage: Storage | undefined) {}

  /** @returns false when it is full or denied */
  put(entry: SealedEntry): boolean {
    return this.write(
      `${PREFIX} ${entry.tag} ${entry.key}`,
      JSON.stringify({ seq: entry.seq, sealed: base64FromBytes(entry.sealed) }),
    );
  }

  remove(tag: string, key: string, seq: number): void {
    const found = this.read(`${PREFIX} ${tag} ${key}`);
    if (found && found.seq <= seq) this.storage?.removeItem(`${PREFIX} ${tag} ${key}`);
  }

  all(tag: string): SealedEntry[] {
    const start = `${PREFIX} ${tag} `;
    return Object.keys(this.storage ?? {})
      .filter((name) => name.startsWith(start))
      .flatMap((name) => {
        const found = this.read(name);
        return found ? [{ tag, key: name.slice(start.length), ...found }] : [];
      });
  }

  mark(tag: string): void {
    this.write(`${MARK} ${tag}`, '1');
  }
  unmark(tag: string): void {
    this.storage?.removeItem(`${MARK} ${tag}`);
  }
  isMarked(tag: string): boolean {
    return this.storage?.getItem(`${MARK} ${tag}`) === '1';
  }

  /** @returns false when it was told before */
  tell(tag: string): boolean {
    const isNew = this.storage?.getItem(`${TOLD} ${tag}`) !== '1';
    this.write(`${TOLD} ${tag}`, '1');
    return isNew;
  }
  untell(tag: string): void {
    this.storage?.removeItem(`${TOLD} ${tag}`);
  }

  private write(name: string, value: string): boolean {
    try {
      this.storage?.setItem(name, value);
      return this.storage !== undefined;
    } catch {
      return false;
    }
  }

  private read(name: string): { seq: number; sealed: Uint8Array } | undefined {
    try {
      const { seq, sealed } = JSON.parse(this.storage?.getItem(name) ?? '') as { seq: unknown; sealed: string };
      return { seq: Number(seq), sealed: bytesFromBase64(sealed) };
    } catch {
      return undefined;
    }
  }
}

/** Browsers throw on the mere name when storage is denied. */
export function localStorageOrNone(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
