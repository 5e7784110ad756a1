/**
 * Keeps the most recently used values up to a number of bytes. Package files never change, so nothing in it can be out
 * of date.
 */
export class FileCache<Value> {
  private readonly entries = new Map<string, { value: Value; bytes: number }>();
  private bytes = 0;

  constructor(private readonly limit: number) {}

  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    // Only near the limit does it matter who was used last.
    if (this.bytes > this.limit / 2) {
      this.entries.delete(key);
      this.entries.set(key, entry);
    }
    return entry.value;
  }

  set(key: string, value: Value, bytes: number): void {
    const before = this.entries.get(key);
    if (before) this.drop(key, before.bytes);
    this.entries.set(key, { value, bytes });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.limit) break;
      this.drop(oldest, entry.bytes);
    }
  }

  private drop(key: string, bytes: number): void {
    this.entries.delete(key);
    this.bytes -= bytes;
  }
}
