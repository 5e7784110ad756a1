export interface BenchFile {
  path: string;
  data: Buffer;
}

/** 1,000 pages of 2 to 5 KB, the same in every process. */
export const benchFiles: readonly BenchFile[] = Array.from({ length: 1000 }, (_, index) => {
  const bytes = 2048 + ((index * 7919) % 3072);
  const text = `<!doctype html><title>Page ${index}</title><p>`.padEnd(bytes, `Words of page ${index}. `);
  return { path: `pages/page-${index}.html`, data: Buffer.from(text) };
});
