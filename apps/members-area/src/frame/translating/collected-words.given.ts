import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import ts from 'typescript';
import { parseTemplate } from './template-tree';
import { translateTemplate } from './translate-template';

const site = join(__dirname, '../..');
const root = join(site, '../../..');
const govuk = join(require.resolve('govuk-frontend'), '../..');

/** Whose pages a sentence stands on, or that it is in letters. What every page has (the frame, forms, lists) is the public's. */
export const AREAS = ['public', 'member', 'player', 'letters', 'testing', 'desk'] as const;
export type Area = (typeof AREAS)[number];

const areaOf = (path: string): Area => AREAS.find((area) => path.startsWith(`${area}/`)) ?? 'public';

/** What libs word for a reader is in letters, but for what pages say in the same words. */
const areaOfLib = (path: string): Area => (/^libs\/platform\/|\/reader-[^/]*\.ts$/.test(path) ? 'public' : 'letters');

/** Some libs count in English with a `counted` of their own. */
const isWorded = (path: string, code: string): boolean =>
  path.startsWith('libs/platform/') ||
  /import \{[^}]*\b(?:counted|said|w)\b[^}]*\} from '@induct\/platform'/.test(code);

const isCode = (path: string): boolean => !/\.(spec|given|browser)\.ts$/.test(path);

/** Parts of GOV.UK's that our pages show, and that say something by themselves. */
const GOVUK = 'govuk/components/{breadcrumbs,error-message,error-summary,notification-banner,pagination}/*.njk';

/** Every sentence that has a key, by area: of templates, of `w` and `said`, of what screens are called. */
export function collectedWords(): Record<Area, Set<string>> {
  const words: Record<Area, Set<string>> = {
    public: new Set(),
    member: new Set(),
    player: new Set(),
    letters: new Set(),
    testing: new Set(),
    desk: new Set(),
  };
  for (const path of globSync('**/*.njk', { cwd: site }))
    for (const key of keysOfTemplate(readFileSync(join(site, path), 'utf8'))) words[areaOf(path)].add(key);
  for (const path of globSync(GOVUK, { cwd: govuk }))
    for (const key of keysOfTemplate(readFileSync(join(govuk, path), 'utf8'))) words.public.add(key);
  for (const path of globSync('libs/*/src/**/*.ts', { cwd: root }).filter(isCode)) {
    const code = readFileSync(join(root, path), 'utf8');
    if (isWorded(path, code)) for (const key of keysOfCode(code)) words[areaOfLib(path)].add(key);
  }
  for (const path of globSync('**/*.ts', { cwd: site }).filter(isCode))
    for (const key of keysOfCode(readFileSync(join(site, path), 'utf8'))) words[areaOf(path)].add(key);
  for (const path of globSync('**/*.mjs', { cwd: site }))
    for (const key of keysOfCode(readFileSync(join(site, path), 'utf8'))) words[areaOf(path)].add(key);
  for (const path of globSync('apps/course-service/{browser,src}/**/*.{ts,njk}', {
    cwd: root,
    exclude: (one) => basename(one) === 'preview',
  }).filter(isCode)) {
    const text = readFileSync(join(root, path), 'utf8');
    const keys = path.endsWith('.njk')
      ? [...text.matchAll(/\bsaid\("([^"]+)"\)/g)].map(([, key]) => key!)
      : keysOfCode(text);
    for (const key of keys) words.player.add(key);
  }
  return words;
}

function keysOfTemplate(source: string): string[] {
  const keys: string[] = [];
  const note = (key: string) => {
    keys.push(key);
    return undefined;
  };
  translateTemplate(parseTemplate(source), note, false);
  return keys;
}

/** What is said by a name that is found elsewhere counts as used, but nobody can tell whose page it stands on. */
export const allCode = (): string =>
  globSync(['apps/*/src/**/*.{ts,mjs,njk}', 'apps/course-service/browser/**/*.ts', 'libs/*/src/**/*.ts'], { cwd: root })
    .filter((path) => !/\.(spec|given)\.ts$/.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');

/** What the errors of a lib say to people: fixed texts that begin with a capital and have several words. @param path below `libs/` */
export function refusalsOf(path: string): string[] {
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent) && /^\p{Lu}\S* \S/u.test(node.text))
      said.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, readFileSync(join(root, 'libs', path), 'utf8'), ts.ScriptTarget.Latest, true));
  return said;
}

/** What scripts say in browsers (`say`), in the site and in the player. */
export function sentencesOfScripts(): Set<string> {
  const scripts = globSync(['apps/members-area/src/**/*.mjs', 'apps/course-service/browser/**/*.ts'], { cwd: root });
  const ours = scripts.filter((path) => !/\.spec\.ts$|\/preview\//.test(path));
  return new Set(ours.flatMap((path) => keysOfCode(readFileSync(join(root, path), 'utf8'))));
}

/** Of `@Screen` and its menu. */
const SCREEN_WORDS = ['title', 'text', 'group', 'back'];

export function keysOfCode(source: string): string[] {
  const keys: string[] = [];
  const visit = (node: ts.Node): void => {
    const key = keyOf(node)?.trim();
    if (key && /\p{L}/u.test(key.replace(/⟨\d+⟩/g, ''))) keys.push(key);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('words.ts', source, ts.ScriptTarget.Latest, true));
  return keys;
}

function keyOf(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'w') return keyOfTemplate(node.template);
  if (ts.isCallExpression(node)) {
    const [first, one, many] = node.arguments.map((argument) =>
      ts.isStringLiteralLike(argument) ? argument.text : undefined,
    );
    if (['said', 'say'].includes(node.expression.getText())) return first;
    if (node.expression.getText() === 'counted' && one !== undefined) return `⟨0⟩ ${many ?? `${one}s`}`;
  }
  return isOfScreen(node) ? node.initializer.text : undefined;
}

const keyOfTemplate = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.templateSpans.reduce((key, { literal }, at) => `${key}⟨${at}⟩${literal.text}`, template.head.text);

function isOfScreen(node: ts.Node): node is ts.PropertyAssignment & { initializer: ts.StringLiteral } {
  if (!ts.isPropertyAssignment(node) || !ts.isStringLiteral(node.initializer)) return false;
  if (!SCREEN_WORDS.includes(node.name.getText())) return false;
  for (let above: ts.Node = node; above; above = above.parent) if (ts.isDecorator(above)) return true;
  return false;
}
