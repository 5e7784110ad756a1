export interface CatalogueEntry {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  /** A core skill: every member must have it. */
  core: boolean;
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
