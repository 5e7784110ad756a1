import { join } from 'node:path';
import { Recipe, ScratchCopy } from './recipe';

const page = new Recipe('a-page');
const table = new Recipe('a-table');
const lib = new Recipe('a-lib');
const form = new Recipe('a-form');
const list = new Recipe('a-list');
const members = new Recipe('a-members-page');
const all = [page, table, lib, form, list, members];

let copy: ScratchCopy;
let saidOfTheFolder: string;
const tool = (name: string) => copy.run('node', `apps/standalone/tools/${name}.mjs`);

beforeAll(() => {
  copy = new ScratchCopy();
  for (const recipe of all) copy.write(recipe);
  saidOfTheFolder = tool('lib-places');
  for (const recipe of all) copy.change(recipe);
});
afterAll(() => copy?.remove());

const lastNames = (recipe: Recipe) => recipe.written.map((path) => path.split('/').at(-1));

describe('the recipes', () => {
  it('of a page has a folder with a form, a view, a controller, a template and a spec', () => {
    expect(lastNames(page)).toEqual([
      'agenda.form.ts',
      'agenda.view.ts',
      'agenda.controller.ts',
      'agenda.page.njk',
      'agenda.spec.ts',
    ]);
  });

  it.each([
    ['form', form, 'desk/mentors', 'mentors', []],
    ['list', list, 'desk/acceptances', 'acceptances', ['docs/lists-as-json.md']],
    ['page for members', members, 'member/acceptances', 'own-acceptances', []],
  ] as const)('of a %s writes into its own folder only', (_, recipe, folder, name, changed) => {
    expect(recipe.written.filter((path) => !path.startsWith(`apps/members-area/src/${folder}/`))).toEqual([]);
    expect(lastNames(recipe)).toEqual(expect.arrayContaining([`${name}.controller.ts`, `${name}.http.spec.ts`]));
    expect(recipe.changed).toEqual(changed);
  });

  it('of a table has a migration, an entity, a window, a repository and a spec', () => {
    expect(lastNames(table)).toEqual([
      'acceptance.tables.ts',
      'acceptance-of-office.entity.ts',
      'acceptance-standing.window.ts',
      'acceptance.repository.ts',
      'acceptance.db.spec.ts',
    ]);
  });

  it('of a lib writes into its own folder only', () => {
    expect(lib.written.filter((path) => !path.startsWith('libs/mentors/'))).toEqual([]);
    expect(lastNames(lib)).toEqual(expect.arrayContaining(['README.md', 'index.ts', 'mentors.lib.ts']));
  });

  it('of a lib is one folder, one line, and one in the map', () => {
    expect(lib.changed).toEqual(['apps/libs.ts', 'README.md']);
    expect(lib.said).toBe(saidOfTheFolder);
    expect(tool('lib-places')).toBe('');
  });

  it('keep to the walls, and tell what is said when somebody does not', () => {
    const stranger = 'apps/worker/src/stranger.ts';
    copy.put(stranger, `export const sql = 'select accepted_on from acceptance_of_office';\n`);
    const said = tool('walls').trim();
    copy.take(stranger);
    // That line and no other.
    expect(said).toMatch(new RegExp(`^${stranger}:1 .+$`));
    expect(table.text).toContain(`\`${said.slice(said.indexOf(' ') + 1)}\``);
  });

  it('keep to what a lib says it stands on, and tell what is said when one does not', () => {
    const stranger = 'libs/mentors/src/stranger.ts';
    const imports = [`export * from '@induct/course';`, `export * from '../../people/src/persons/person.entity';`];
    copy.put(stranger, `${imports.join('\n')}\n`);
    const said = copy.run('node_modules/.bin/depcruise', 'libs/mentors', 'libs/people', 'apps/libs.ts');
    copy.take(stranger);
    const refused = said.match(/error [\w-]+: \S+/g);
    expect(refused?.filter((line) => !line.endsWith(` ${stranger}`))).toEqual([]);
    for (const rule of ['what-mentors-stands-on', 'only-through-index']) {
      expect(said).toContain(`error ${rule}: ${stranger} → libs/`);
      expect(lib.text).toContain(`\`error ${rule}\``);
    }
  });

  it('are formatted', () => {
    const formatted = all
      .flatMap(({ steps }) => steps.map(({ path }) => path))
      .filter((path) => !path.endsWith('.njk'));
    expect(copy.run('node_modules/.bin/prettier', '--check', ...new Set(formatted))).toBe('');
  });

  it('fit the types of the project', () => {
    const include = all.flatMap(({ steps }) => steps.map(({ path }) => path)).filter((path) => path.endsWith('.ts'));
    copy.put('tsconfig.recipe.json', JSON.stringify({ extends: './tsconfig.json', include }));
    expect(copy.run('node', join(__dirname, 'types-of.mjs'), 'tsconfig.recipe.json')).toBe('');
  });

  it('pass the specs they bring, and those that look at every lib and every page and start every process', () => {
    const every = ['entities', 'hearing', 'person-data', 'windows'].map((name) => `standalone/src/${name}`);
    const own = [
      'agenda',
      'acceptance.db',
      'desk/acceptances/acceptances.http',
      'own-acceptances.http',
      'mentors.db',
      'mentors.http',
    ];
    const specs = [...own, ...every, 'frame/site-plan'];
    const { said } = copy.watch('node_modules/.bin/jest', ...specs, '-w', '1', '--selectProjects', 'unit', 'db');
    expect(said).toContain(`Test Suites: ${specs.length} passed, ${specs.length} total`);
  });
});
