/** Seconds until the next try: 1, 2, 4 … 60, each between half and the whole, so that a council does not knock at once. */
export const retryDelayMs = (failures: number, random: number): number =>
  Math.min(60, 2 ** Math.max(0, failures - 1)) * 1000 * (0.5 + random / 2);

/** Every SetValue reaches IndexedDB within 250 ms: this leaves the disk its time. */
export const JOURNAL_AFTER_MS = 100;
/** At most ten seconds after the last change, also when the content never pauses. */
export const PUSH_AFTER_MS = 5_000;
/** Browsers let 64 KiB of requests outlive the page. */
export const KEEPALIVE_BYTES = 60 * 1024;
