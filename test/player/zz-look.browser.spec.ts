import { readFileSync } from 'node:fs';
import { PackageUploads } from '@induct/course';
import { SiteInBrowser } from '../support/site-in-browser';
import { Stage } from '../../apps/course-service/browser/test/stage';
import { Visit } from '../../apps/course-service/browser/test/visit';
import { TestBrowser } from '../support/test-browser';
import { scormPackage } from '../support/packages';

it('compares', async () => {
  const site = await SiteInBrowser.open('/tmp/steerpics');
  const { desk } = site;
  let slug = '';
  const up = async (content: Buffer) => {
    const sent = await desk.upload('officer', { name: 'golf.zip', content }, { module: slug });
    const id = String(sent.headers.location).split('/').at(-1)!;
    const upload = await desk.app.get(PackageUploads, { strict: false }).finished(id);
    const [course] = await desk.database.source.query('select slug from course where id = $1', [upload.courseId]);
    slug = course.slug;
    return id;
  };
  await up(readFileSync('/work/shared/packages/golf-scorm2004-3rd-forced-sequential.zip'));
  await up(readFileSync('/tmp/golf-forced-2.zip'));
  await site.signIn('officer');
  for (const width of [1280, 360]) {
    await site.page.setViewport({ width, height: 900 });
    await site.goTo(`/admin/modules/${slug}/versions/2`);
    await site.page.screenshot({ path: `/tmp/steerpics/compare-${width}.png` as `${string}.png`, fullPage: true });
  }
  slug = '';
  const id = await up(await scormPackage({ scos: [{ id: 'A', prerequisites: 'B' }, { id: 'B', prerequisites: 'A' }, { id: 'C', prerequisites: 'A &' }] }));
  await site.goTo(`/admin/uploads/${id}`);
  await site.page.setViewport({ width: 1280, height: 900 });
  await site.page.screenshot({ path: `/tmp/steerpics/upload.png`, fullPage: true });
  await site.close();
}, 120000);
it('waits', async () => {
  const browser = await TestBrowser.connect();
  const stage = await Stage.open('scorm_12');
  const { one } = stage.state.scos;
  const titles: Record<string, [string, string?]> = { one: ['What a councillor does'], two: ['The code of conduct', 'one'], three: ['Declaring interests', 'one & two'], four: ['Test your knowledge', '2*{one, two, three}'] };
  stage.state.toc = Object.entries(titles).map(([id, [title]]) => ({ ...stage.state.toc[0]!, id, title }));
  for (const id of Object.keys(titles)) stage.state.scos[id] = structuredClone(one!);
  stage.state.scos.one!.status = { completion: 'completed', success: 'unknown' };
  stage.state.prerequisites = { id: 'r', title: 'R', isPart: false, children: Object.entries(titles).map(([id, [title, prerequisites]]) => ({ id, title, isPart: true, children: [], ...(prerequisites && { prerequisites }) })) };
  const visit = await Visit.to(stage, browser);
  for (const width of [1280, 360]) {
    await visit.page.setViewport({ width, height: 740 });
    await new Promise((d) => setTimeout(d, 1000));
    if (width === 360) await visit.page.click('[data-contents-toggle]');
    await new Promise((d) => setTimeout(d, 500));
    await visit.page.screenshot({ path: `/tmp/steerpics/waits-${width}.png` as `${string}.png` });
  }
  await visit.end();
  await browser.close();
  await stage.close();
}, 120000);
