import type { PrintedHeading } from '../sheet/sheet';
import { PdfUpdate } from '../signing/pdf-update';

/** Of dictionaries as a browser writes them: `/First 29 0 R`. */
const reference = (dictionary: string, name: string): number | undefined => {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary);
  return found ? Number(found[1]) : undefined;
};

/**
 * The headings of a PDF in the order in which they are read, with their pages: from its outline, which a browser makes of
 * them when it is asked to. Empty when it has none.
 */
export function printedHeadings(pdf: Uint8Array): PrintedHeading[] {
  const objects = new PdfUpdate(pdf);
  const catalogue = objects.dictionary(objects.root);
  const outlines = reference(catalogue, 'Outlines');
  if (outlines === undefined) return [];
  const pages = new Map(pagesOf(objects, reference(catalogue, 'Pages')!).map((page, at) => [page, at + 1]));
  const headings: PrintedHeading[] = [];
  const walk = (first: number | undefined) => {
    for (let at = first; at !== undefined;) {
      const item = objects.dictionary(at);
      const [, page] = /\/Dest \[(\d+) 0 R/.exec(item) ?? [];
      headings.push({ title: titleOf(item), page: pages.get(Number(page)) ?? 0 });
      walk(reference(item, 'First'));
      at = reference(item, 'Next');
    }
  };
  walk(reference(objects.dictionary(outlines), 'First'));
  return headings;
}

/** Many pages lie in groups. */
function pagesOf(objects: PdfUpdate, node: number): number[] {
  const [, kids] = /\/Kids \[([^\]]*)\]/.exec(objects.dictionary(node)) ?? [];
  if (kids === undefined) return [node];
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesOf(objects, Number(kid)));
}

function titleOf(item: string): string {
  const [, hex] = /\/Title <(?:FEFF)?([0-9A-F]*)>/.exec(item) ?? [];
  if (hex !== undefined) return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  const [, plain = ''] = /\/Title \(((?:\\.|[^\\)])*)\)/.exec(item) ?? [];
  return plain.replaceAll(/\\(.)/g, '$1');
}
