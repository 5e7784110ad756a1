export interface CatalogueEntry {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
  /** A core skill: every member must have it. */
  core: boolean;
  /** Of the final test, in per cent. */
  passMark: number;
  /** Of the role description (content/programme/role-description.yaml), by number. */
  duties: number[];
  objectives: { id: string; text: string }[];
  /** Ids of the screens, in order. */
  screens: string[];
  /** How many questions each try at the test asks. */
  draw: number;
  /** The package for SCORM 1.2, beside the catalogue. */
  file: string;
  /** All packages of the module: the same module for different run-times. */
  editions: PackagedEdition[];
}

export interface PackagedEdition {
  standard: 'scorm_12' | 'scorm_2004';
  edition: '1.2' | '4th';
  /** Beside the catalogue. */
  file: string;
}

export interface Answer {
  id: string;
  kind: 'single' | 'multiple' | 'true-false' | 'matching' | 'ordering' | 'number';
  objective: string;
  /**
   * The letters to select; for matching the letter for each item, in their order; for ordering the letters in the right
   * order; for a number the number alone. Joined they are what the player keeps as the answer.
   */
  right: string[];
  /** In the same form, an answer that is marked wrong. */
  wrong: string[];
}

export function buildContent(options: {
  outDir: string;
  quiet?: boolean;
  /** A file of facts for the blocks "in your council"; content/council.yaml when left out. */
  council?: string;
  /** All modules when left out. */
  slugs?: string[];
  /** The folder of the modules; content/courses when left out. */
  courses?: string;
  /** Whether to add `learning.json` and `learner-records.cjs`, with which a program learns the modules; true when left out. */
  learning?: boolean;
}): Promise<CatalogueEntry[]>;

/** The checks in the order of questions.yaml, and the whole bank of the test. */
export function answersFor(slug: string, courses?: string): { checks: Answer[]; test: Answer[] };

/** What a browser opens of a module, by its path in the package: everything but the manifest. */
export function filesOf(
  slug: string,
  standard: 'scorm_12' | 'scorm_2004',
  courses?: string,
): Promise<Map<string, Buffer | string>>;
