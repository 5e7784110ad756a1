import { GivenCertificates } from '../../../../../test/support/given-certificates';
import { SiteInBrowser } from '../../../../../test/support/site-in-browser';

let site: SiteInBrowser;
let certificates: GivenCertificates;

beforeAll(async () => {
  site = await SiteInBrowser.open('.data/screenshots/verify', { DEMO: 'true' });
  certificates = await GivenCertificates.at(site.desk);
});
// Time for the allowance of checks to fill.
beforeEach(() => site.desk.clock.advance(60_000));
afterAll(() => site?.close());

const aCertificate: GivenCertificates['aCertificate'] = (...of) => certificates.aCertificate(...of);
const revoke: GivenCertificates['revoke'] = (...of) => certificates.revoke(...of);

describe('a member’s certificates', () => {
  describe('and the verification pages', () => {
    const expectUsable = (path: string, name: string) =>
      site.expectUsable(name, () => site.page.goto(site.origin + path));

    it('can be used in every state', async () => {
      const name = 'Gwenllïan Angharad Llywelyn-Pryce ap Gruffydd o’r Bont-faen Fawr';
      const valid = await aCertificate(name, { pdf: '%PDF-1.4 valid' });
      const revoked = await aCertificate('Revoked Member', { pdf: '%PDF-1.4 revoked' });
      await revoke(revoked.id, 'Test');
      await expectUsable('/verify', 'verify');
      await expectUsable('/verify?number=NMC-2026-11111-11111-1', 'verify-error');
      await expectUsable(`/verify/${valid.number}?k=${valid.secret}`, 'verify-valid-old');
      await site.expectUsable('verify-valid', async () => {
        await site.page.goto('about:blank');
        await site.page.goto(`${site.origin}/verify/${valid.number}#${valid.secret}`);
        await site.page.waitForFunction(`document.querySelector('main').textContent.includes('Gwenllïan')`);
      });
      expect(site.page.url()).toBe(`${site.origin}/verify/${valid.number}`);
      const scanned = await aCertificate('Scanned Twice');
      await site.goTo(`/verify/${scanned.number}#${scanned.secret}`);
      await site.page.waitForFunction(`document.querySelector('main').textContent.includes('Scanned Twice')`);
      await revoke(scanned.id, 'Test');
      await site.page.evaluate(`location.hash = '${scanned.secret}'`);
      await site.page.waitForFunction(`document.querySelector('main').textContent.includes('has been revoked')`);
      await expectUsable(`/verify/${valid.number}`, 'verify-number');
      await expectUsable(`/verify/${revoked.number}`, 'verify-revoked');
      await expectUsable(`/verify/file/${'0'.repeat(64)}`, 'verify-file');
      await site.signInAs(valid.personId);
      await expectUsable('/certificates', 'certificates');
      await site.desk.postAs(valid.personId, '/certificates/shown', { shown: 'link' });
      await expectUsable('/certificates/shown', 'certificates-shown-link');
      await site.signInAs((await aCertificate('Waiting Again')).personId);
      await expectUsable('/certificates', 'certificates-preparing');
      const stuck = await aCertificate('Delayed Member');
      await site.desk.database.source.query(
        `update certificate set render_error = 'letters are missing', render_attempts = 5 where id = $1`,
        [stuck.id],
      );
      await site.signInAs(stuck.personId);
      await expectUsable('/certificates', 'certificates-delayed');
      expect((await site.desk.getAs(stuck.personId, `/certificates/${stuck.number}/pdf`)).body).toContain(
        'could not be made',
      );
    });

    it('tell good from bad by their sign in high contrast too', async () => {
      const { number } = await aCertificate('Seen In White On Black');
      await site.goTo(`/verify/${number}`);
      const [disc, sign] = (await site.inHighContrast(() =>
        site.page.evaluate(
          `[['svg', 'backgroundColor'], ['path', 'stroke']].map(([one, of]) => getComputedStyle(document.querySelector('.induct-verdict ' + one))[of])`,
        ),
      )) as [string, string];
      expect([disc, sign]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    });

    it('compare a PDF in the browser without sending it', async () => {
      const pdf = '%PDF-1.4 dropped';
      await aCertificate('Dropped Member', { pdf });
      const page = await site.browser.newPage();
      const posts: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') posts.push(request.url());
      });
      await page.goto(`${site.origin}/verify`);
      await page.waitForSelector('.induct-drop--ready');
      await page.evaluate(`{
        const transfer = new DataTransfer();
        transfer.items.add(new File([${JSON.stringify(pdf)}], 'certificate.pdf', { type: 'application/pdf' }));
        const drop = new DragEvent('drop', { dataTransfer: transfer, bubbles: true });
        document.querySelector('[data-drop-pdf]').dispatchEvent(drop);
      }`);
      await page.waitForSelector('.induct-verdict--good');
      expect(await page.$eval('main', (main) => main.textContent)).toContain('Dropped Member');
      expect(posts).toEqual([]);
      await page.close();
    });
  });
});
