import { isDeepStrictEqual } from 'node:util';
import { DetailsShape, shaped } from './shapes';
import { readYamlText, setYaml } from './yaml-text';

export interface Objective {
  id: string;
  /** Completes "When you have finished, you can …". */
  text: string;
  /** Ids of the screens that teach it. */
  screens: readonly string[];
}

/** module.yaml: what a module is, apart from its screens. Days are like `2026-11-30`. */
export interface ModuleDetails {
  title: string;
  summary: string;
  version: string;
  minutes: number;
  core: boolean;
  passMark: number;
  objectives: readonly Objective[];
  /** Of the role description, by number. */
  duties: readonly number[];
  law: string;
  reviewed: string;
  reviewBy: string;
  sources: readonly Source[];
  /** When somebody last read what of the law the screens name, by its name in the register. */
  lawRead: Readonly<Record<string, string>>;
}

export interface Source {
  title: string;
  url: string;
  /** When somebody last looked whether it still says so. */
  read?: string | undefined;
}

const DETAIL_KEYS = [
  'title',
  'summary',
  'version',
  'minutes',
  'core',
  'passMark',
  'objectives',
  'duties',
  'law',
  'reviewed',
  'reviewBy',
  'sources',
  'lawRead',
] as const satisfies readonly (keyof ModuleDetails)[];

/** As far as it can be read. @throws YamlUnreadable */
export function readDetails(text: string): ModuleDetails {
  const read = shaped(DetailsShape, readYamlText(text));
  return {
    title: '',
    summary: '',
    version: '1.0',
    minutes: 0,
    core: false,
    passMark: 80,
    law: '',
    reviewed: '',
    reviewBy: '',
    ...read,
    objectives: read.objectives ?? [],
    duties: read.duties ?? [],
    sources: read.sources ?? [],
    lawRead: read.lawRead ?? {},
  };
}

/**
 * The same file, where a screen serves other aims.
 * @param was the aims that it served before somebody's eyes: what others have changed meanwhile stays
 */
export function setAimsOf(
  text: string,
  screen: string,
  { was, now }: Record<'was' | 'now', readonly string[]>,
): string {
  const objectives = readDetails(text).objectives.map((aim) => {
    const isNow = now.includes(aim.id);
    if (isNow === was.includes(aim.id) || isNow === aim.screens.includes(screen)) return aim;
    return { ...aim, screens: isNow ? [...aim.screens, screen] : aim.screens.filter((id) => id !== screen) };
  });
  return setDetails(text, { objectives });
}

/** The same file with other details; what did not change keeps its bytes. @throws YamlUnreadable */
export function setDetails(text: string, details: Partial<ModuleDetails>): string {
  const before = readDetails(text);
  let changed = text;
  for (const key of DETAIL_KEYS)
    if (details[key] !== undefined && !isDeepStrictEqual(before[key], details[key]))
      changed = setYaml(changed, [key], isDeepStrictEqual(details[key], {}) ? undefined : details[key]);
  return changed;
}
