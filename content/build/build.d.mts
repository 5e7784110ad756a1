export interface CatalogueEntry {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  /** A core skill: every member must have it. */
  core: boolean;
  /** Of the final test, in per cent. */
  passMark: number;
  /** Ids of the screens, in order. */
  screens: string[];
  /** The package, beside the catalogue. */
  file: string;
}

export interface Answer {
  id: string;
  kind: 'single' | 'multiple' | 'true-false';
  /** The letters to select. */
  right: string[];
  /** A selection that is marked wrong. */
  wrong: string[];
}

export function buildContent(options: { outDir: string; quiet?: boolean }): Promise<CatalogueEntry[]>;
export function answersFor(slug: string): { checks: Answer[]; test: Answer[] };
