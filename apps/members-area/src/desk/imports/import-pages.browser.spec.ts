import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Bodies, MembershipImports } from '@induct/people';
import type { ElementHandle } from 'puppeteer';
import type { Desk } from '../../../../../test/support/given-desk';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

const PICTURES = '.data/screenshots/desk';

let site: SiteInBrowser;
let desk: Desk;

const expectUsable = (path: string, name: string) => site.expectUsable(name, () => site.goTo(path));

beforeAll(async () => {
  site = await SiteInBrowser.open(PICTURES);
  desk = site.desk;
});
afterAll(() => site?.close());

describe('a list of members', () => {
  const NAME = 'Bernadette Osei-Featherstonehaugh-Llewellyn-Cholmondeley';
  const pressed = async (text: string) => {
    const [button] = await site.page.$$(`xpath/.//main//button[contains(normalize-space(), "${text}")]`);
    await Promise.all([site.page.waitForNavigation(), button!.click()]);
  };

  it('is imported without JavaScript, and every page on the way can be used by everybody', async () => {
    const bodies = desk.app.get(Bodies, { strict: false });
    for (const [kind, name] of [
      ['committee', 'Licensing Committee'],
      ['committee', 'Audit Committee'],
      ['group', 'Harbour Independents'],
    ] as const)
      await bodies.add({ kind, name, from: '2017-05-08', by: null });
    const bad = [
      ['Licencing Comittee', NAME, '', 'Chairman', '8 May 2017'],
      ['Licensing Committee', 'Nobody Known', '', '', ''],
      ['Licensing Committee', `${NAME}=`, `${'a-very-long-mailbox-name-'.repeat(4)}@northmoor.example`, '', '08/05/17'],
    ];
    const good = Array.from({ length: 60 }, (_, nth) => [
      nth % 2 ? 'Licensing Committee' : 'Audit Committee',
      `Listed ${String.fromCharCode(65 + (nth % 26))}olu${nth}`,
      `listed.${nth}@northmoor.example`,
      ['', 'Chair', 'Substitute'][nth % 3]!,
      '8 May 2017',
    ]);
    const rows = [['Name', 'Name', 'Email', 'Role', 'From'], ...bad, ...good];
    const file = join(desk.config.DATA_DIR, 'members-of-every-committee-as-at-the-annual-meeting_v2_FINAL.csv');
    await writeFile(file, rows.map((cells) => cells.join(';')).join('\n'));
    const { page } = site;
    await site.signIn('officer');
    await site.expectUsable('import-nothing-chosen', async () => {
      await site.goTo('/admin/memberships/import');
      await pressed('Upload and look at it');
    });
    await page.setJavaScriptEnabled(false);
    await site.goTo('/admin/memberships/import');
    await ((await page.$('input[type=file]')) as ElementHandle<never>).uploadFile(file);
    await pressed('Upload and look at it');
    await page.setJavaScriptEnabled(true);
    const columns = new URL(page.url()).pathname;
    await expectUsable(columns, 'import-columns');
    await site.expectUsable('import-columns-wrong', async () => {
      await site.goTo(columns);
      await pressed('Look at every row');
    });
    await page.select('#column-0', 'body');
    await page.select('#column-1', 'name');
    await pressed('Look at every row');
    const preview = new URL(page.url()).pathname;
    await expectUsable(preview, 'import-preview');
    await expectUsable(`${preview}?outcome=new_person&page=2`, 'import-preview-filtered');
    await expectUsable(`${preview}?outcome=leaves`, 'import-preview-none');
    await expectUsable(`${preview}?done=differs`, 'import-differs');
    await site.expectUsable('import-problems-not-accepted', async () => {
      await site.goTo(preview);
      await pressed('Apply 60 changes');
    });
    expect(await page.title()).toMatch(/^Error: /);
    await page.setViewport({ width: 1280, height: 900 });
    await page.click('#leave-out');
    await pressed('Apply 60 changes');
    expect(new URL(page.url()).pathname).toBe(preview);
    await expectUsable(preview, 'import-report');
    await expectUsable('/admin/memberships/import', 'imports');
  });

  it('that is complete and has problems says why it cannot be applied', async () => {
    const imports = desk.app.get(MembershipImports, { strict: false });
    const by = await desk.who('officer');
    const rows = [
      ['Name', 'Committee'],
      ['Nobody Known', 'Licensing Committee'],
      ['Listed Bolu1', 'Licensing Committee'],
      [`${NAME} Twice`, 'Licensing Committee'],
    ];
    for (const group of ['Harbour Independents', 'Green Valleys'])
      await desk.given.aPerson({ name: `${NAME} Twice`, group });
    const sheet = {
      rows: rows.map((cells, nth) => ({ number: nth + 1, cells })),
      more: false,
      hiddenRows: 2,
      hiddenColumns: [1],
    };
    const sheets = ['Members', 'Old ones'].map((name) => ({ ...sheet, name }));
    const id = await imports.take({ fileName: 'complete.xlsx', sheets, by });
    await site.signIn('officer');
    await expectUsable(`/admin/memberships/import/${id}/columns`, 'import-columns-sheets');
    const wanted = { sheet: 0, columns: ['name', 'body'] as const, day: '2026-11-22', complete: true, bodyId: null };
    await imports.understand(id, wanted, by);
    await expectUsable(`/admin/memberships/import/${id}`, 'import-stuck');
    await expectUsable(`/admin/memberships/import/${id}/rows/4`, 'import-choose');
    await site.expectUsable('import-choose-wrong', async () => {
      await site.goTo(`/admin/memberships/import/${id}/rows/4`);
      await site.page.click('input[value="new"]');
      await pressed('Take this answer');
    });
  });
});

describe('a programme', () => {
  const FIXTURE = 'content/programme/programme-2017-18.csv';
  const pressed = async (text: string) => {
    const [button] = await site.page.$$(`xpath/.//main//button[contains(normalize-space(), "${text}")]`);
    await Promise.all([site.page.waitForNavigation(), button!.click()]);
  };
  const pasted = async (rows: string, begins: { month: string; year: string }) => {
    await site.goTo('/admin/programme-imports');
    for (const [field, text] of Object.entries({
      pasted: rows,
      'begins-month': begins.month,
      'begins-year': begins.year,
    }))
      if (text !== '') await site.page.type(`#${field}`, text);
    await pressed('Look at every row');
  };

  it('is imported without JavaScript, and every page on the way can be used by everybody', async () => {
    const { page } = site;
    await site.signIn('officer');
    await site.expectUsable('programme-no-month', () => pasted('8 May, 25.00pm, One', { month: '', year: '' }));
    await page.setJavaScriptEnabled(false);
    await site.goTo('/admin/programme-imports');
    await ((await page.$('input[type=file]')) as ElementHandle<never>).uploadFile(FIXTURE);
    await page.type('#begins-month', '5');
    await page.type('#begins-year', '2017');
    await pressed('Look at every row');
    const preview = new URL(page.url()).pathname;
    await page.setJavaScriptEnabled(true);
    await expectUsable(preview, 'programme-preview');
    await expectUsable(`${preview}?show=asks`, 'programme-asks');
    await expectUsable(`${preview}?show=other`, 'programme-none');
    await expectUsable(`${preview}/rows/60`, 'programme-row');
    await page.setJavaScriptEnabled(false);
    await site.goTo(`${preview}?show=asks`);
    await pressed('Move all 8 to the nearest such weekday');
    await pressed('Leave the row out');
    await page.setJavaScriptEnabled(true);
    await expectUsable(preview, 'programme-mended');
    await pressed('Import 63 sessions and 1 fixed date');
    await site.expectUsable('programme-imported', () => site.goTo(preview));
    await expectUsable('/admin/programme-imports', 'programme-imports');
    const long = `31 June, 25.00pm, ${'Donaudampfschifffahrtsgesellschaft'.repeat(7)}, =1`;
    await site.expectUsable('programme-mend', () =>
      pasted(`Date,Time,Title,Place\n${long}`, { month: '5', year: '2017' }),
    );
  });
});
