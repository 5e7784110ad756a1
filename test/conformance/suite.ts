import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseScript, caseScriptOf } from './case-script';
import { type Words, wordsOf } from './properties';

const COURSES = 'software_development/TestSuite/LMSRTE/Courses';
const BOOKS = 'software_development/resources/org/adl/testsuite/rte/lms/util/resources';
const PACKAGE = 'LMSTestPackage_';

/** A checkout of the SCORM 2004 4th Edition Test Suite. */
export class Suite {
  private readonly commands: Words;
  /** What a tester is told, by key. */
  readonly instructions: Words;

  /** @throws when it is not one */
  constructor(readonly folder: string) {
    for (const needed of [COURSES, BOOKS])
      if (!existsSync(join(folder, needed))) throw new Error(`${folder} holds no test suite: ${needed} is missing.`);
    this.commands = this.book('Commands');
    this.instructions = this.book('Instructions');
  }

  private book(name: string): Words {
    return wordsOf(readFileSync(join(this.folder, BOOKS, `${name}.properties`), 'utf8'));
  }

  /** @param group only these: the letters before the dash, or a whole name */
  cases(group?: string): CaseScript[] {
    const scripts = join(this.courses, 'TestCases');
    return readdirSync(scripts)
      .filter((file) => file.endsWith('.properties'))
      .map((file) => caseScriptOf(readFileSync(join(scripts, file), 'utf8'), this.commands))
      .filter(({ name }) => group === undefined || name === group || groupOf(name) === group)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  }

  get courses(): string {
    return join(this.folder, COURSES);
  }

  /** Where files lie that packages share. */
  get shared(): string {
    return join(this.folder, 'software_development');
  }

  /** Names of the packages that a case plays, from what their activities say of themselves. */
  packagesOf({ name }: CaseScript): string[] {
    const said = `tc=${name}&`;
    return readdirSync(this.courses)
      .filter((folder) => folder.startsWith(PACKAGE) && this.manifestOf(folder.slice(PACKAGE.length)).includes(said))
      .map((folder) => folder.slice(PACKAGE.length));
  }

  /**
   * Cases that rest on one another, in their order, as one learner takes them: their packages share objectives or data (names
   * that are global to the system).
   */
  chains(cases: readonly CaseScript[]): CaseScript[][] {
    const chains: { cases: CaseScript[]; names: Set<string> }[] = [];
    for (const script of cases) {
      const names = new Set(this.packagesOf(script).flatMap((name) => sharedNames(this.manifestOf(name))));
      const those = chains.filter((chain) => [...chain.names].some((name) => names.has(name)));
      for (const one of those) chains.splice(chains.indexOf(one), 1);
      chains.push({
        cases: [...those.flatMap((one) => one.cases), script],
        names: new Set([...those.flatMap((one) => [...one.names]), ...names]),
      });
    }
    return chains.map((chain) => chain.cases);
  }

  packageFolder(name: string): string {
    return join(this.courses, PACKAGE + name);
  }

  manifestOf(name: string): string {
    return readFileSync(join(this.packageFolder(name), 'imsmanifest.xml'), 'utf8');
  }
}

const sharedNames = (manifest: string): string[] =>
  Array.from(manifest.matchAll(/target(?:Objective)?ID *= *"([^"]*)"/g), ([, name = '']) => name);

/** `RU` of `RU-01aa`. */
export const groupOf = (name: string): string => name.split('-')[0]!;
