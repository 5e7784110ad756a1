import { readFileSync } from 'node:fs';

/** How large a drawing is, so that the page keeps its place before it has arrived. Undefined for photographs. */
export function pictureSize(file) {
  if (!file.endsWith('.svg')) return undefined;
  const [, width, height] =
    /viewBox\s*=\s*["'][-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)["']/.exec(readFileSync(file, 'utf8')) ?? [];
  return width ? { width: Math.round(Number(width)), height: Math.round(Number(height)) } : undefined;
}
