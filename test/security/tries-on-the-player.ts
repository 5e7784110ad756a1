import { eventually } from '../support/eventually';
import type { Battlefield } from './battlefield';

const WARNING = 'Something has changed this page that should not';

/** What a package does to the page around it, which is of its own origin. Each runs inside the package. */
const REWRITES: Record<string, string> = {
  'says something else in the bar': `parent.document.querySelector('[data-save-text]').textContent = 'Saved for ever'`,
  'sends the way out elsewhere': `parent.document.querySelector('[data-exit]').href = 'https://evil.example/'`,
  'takes the bar away': `parent.document.querySelector('.bar').remove()`,
  'hides the bar': `parent.document.querySelector('.bar').style.display = 'none'`,
  'lays a page of its own over the player': `(() => {
    const page = parent.document.createElement('div');
    page.style.cssText = 'position:fixed;inset:0;background:#fff;z-index:9';
    page.textContent = 'Your session has ended. Password:';
    parent.document.body.append(page);
  })()`,
  'takes the sandbox off its frame': `parent.document.querySelector('#sco').removeAttribute('sandbox')`,
  'puts a frame in the place of its own': `(() => {
    const frame = parent.document.createElement('iframe');
    parent.document.querySelector('.module').append(frame);
  })()`,
  'lays a sheet over the bar that no pointer meets': `(() => {
    const sheet = parent.document.createElement('div');
    sheet.style.cssText = 'position:fixed;inset:0 0 auto 0;height:60px;background:#fff;pointer-events:none;z-index:9';
    sheet.textContent = 'Saved for ever';
    parent.document.body.append(sheet);
  })()`,
  'lays a word over the word about saving': `(() => {
    const { left, top, width, height } = parent.document.querySelector('[data-save-text]').getBoundingClientRect();
    const word = parent.document.createElement('b');
    word.style.cssText = 'position:fixed;background:#fff;left:' + left + 'px;top:' + top + 'px;width:' + width + 'px;height:' + height + 'px';
    parent.document.body.append(word);
  })()`,
  'hides what it lays over the bar in a part of the page': `(() => {
    const sheet = parent.document.createElement('div');
    sheet.style.cssText = 'position:fixed;inset:0 0 auto 0;height:60px;background:#fff;z-index:9';
    parent.document.querySelector('.skip-link').append(sheet);
  })()`,
  'hides the bar by a style sheet': `(() => {
    const sheet = new parent.CSSStyleSheet();
    sheet.replaceSync('.bar { display: none !important }');
    parent.document.adoptedStyleSheets = [sheet];
  })()`,
  'says something else by a style sheet': `(() => {
    const [sheet] = parent.document.styleSheets;
    sheet.insertRule("[data-save-text]::after { content: ' Saved for ever'; }", sheet.cssRules.length);
  })()`,
  'first clears every timer of the page': `(() => {
    for (let id = 0; id < 10_000; id++) clearTimeout.call(parent, id);
    const sheet = new parent.CSSStyleSheet();
    sheet.replaceSync('.save { opacity: 0 }');
    parent.document.adoptedStyleSheets = [sheet];
  })()`,
  'first changes what notices changes': `(() => {
    const nothing = () => [];
    for (const change of [
      () => (parent.MutationObserver.prototype.takeRecords = nothing),
      () => (parent.MutationObserver.prototype.observe = nothing),
      () => (parent.fetch = async () => new parent.Response('{}')),
      () => (parent.setTimeout = nothing),
      () => (parent.Node.prototype.append = nothing),
      () => (parent.Element.prototype.append = nothing),
      () => (parent.Document.prototype.createElement = nothing),
    ]) try { change(); } catch {}
    parent.document.querySelector('[data-save-text]').textContent = 'Saved for ever';
  })()`,
};

/** @param current the field of the tests that run */
export function triesOnThePlayer(current: () => Battlefield): void {
  it.each(Object.entries(REWRITES))('%s: the member is told, and the officers', async (_, rewrite) => {
    const field = current();
    const before = await changedPages(field);
    const { page, sco } = await field.play(field.hostile.courseId);
    await page.bringToFront();
    await sco.evaluate(rewrite);
    await page.waitForSelector(`.note--touched ::-p-text(${WARNING})`);
    await eventually('a report of the changed page', async () => (await changedPages(field)) === before + 1);
  });

  it('cannot take the message away: it comes back', async () => {
    const { page, sco } = await current().play(current().hostile.courseId);
    await sco.evaluate(`parent.document.querySelector('[data-save-text]').textContent = 'Saved for ever'`);
    await page.waitForSelector('.note--touched');
    await page.waitForSelector('[data-save-text]::-p-text(Nothing to save yet)');
    await sco.evaluate(`parent.document.querySelector('.note--touched').remove()`);
    await page.waitForSelector('.note--touched');
    await sco.evaluate(`parent.document.querySelector('.note--touched h2').textContent = 'All is well'`);
    await page.waitForSelector(`.note--touched ::-p-text(${WARNING})`);
  });

  it('runs no script in the player’s own window, and replaces nothing there', async () => {
    const { page, sco } = await current().play(current().hostile.courseId);
    const outcome = await sco.evaluate(`(async () => {
      const outcomes = [];
      const attempt = async (name, act) => { try { await act(); } catch (error) { outcomes.push(name); } };
      await attempt('eval', () => parent.eval('window.taken = 1'));
      await attempt('function', () => new parent.Function('window.taken = 1')());
      await attempt('script', () => new Promise((done, failed) => {
        const script = parent.document.createElement('script');
        script.onload = done;
        script.onerror = failed;
        script.src = new URL('taken.js', location.href).href;
        parent.document.head.append(script);
      }));
      await attempt('markup', () => { parent.document.body.innerHTML = '<img src=x onerror="window.taken = 1">'; });
      await attempt('address', () => parent.document.querySelector('#sco').setAttribute('srcdoc', '<script>parent.taken = 1</script>'));
      await attempt('run-time', () => { 'use strict'; parent.API.LMSFinish = () => 'true'; });
      await attempt('api', () => Object.defineProperty(parent, 'API', { value: {} }));
      await attempt('fetch', () => { 'use strict'; parent.fetch = () => {}; });
      return outcomes;
    })()`);
    expect(outcome).toEqual(['eval', 'function', 'script', 'markup', 'address', 'run-time', 'api', 'fetch']);
    expect(await page.evaluate('window.taken')).toBeUndefined();
  });

  it('takes nobody anywhere without a press', async () => {
    const field = current();
    const { page, sco } = await field.play(field.hostile.courseId);
    const before = page.url();
    await sco
      .evaluate(
        `(async () => {
      const to = ${JSON.stringify(field.config.SITE_ORIGIN)};
      for (const go of [
        () => (top.location.href = to),
        () => top.location.replace(to),
        () => top.location.assign('one.html'),
        () => open(to, '_top'),
        () => { const link = top.document.createElement('a'); link.href = to; top.document.body.append(link); link.click(); },
        () => top.setTimeout(top.location.assign.bind(top.location, to), 0),
        () => top.history.back(),
        () => top.close(),
        () => top.navigation.navigate(to),
      ]) {
        try { await go(); } catch {}
        await new Promise((done) => setTimeout(done, 100));
      }
    })()`,
      )
      .catch(() => {});
    // The module may be over now; the way from it leads to the player's own page or to our end of it, and nowhere else.
    const end = new RegExp(`^${field.config.SITE_ORIGIN}/modules/[^/]+/finished$`);
    expect(page.url() === before || end.test(page.url())).toBe(true);
  });

  it('can wipe the page away, and the officers know it', async () => {
    const field = current();
    const before = await changedPages(field);
    const { page, sco } = await field.play(field.hostile.courseId);
    await page.bringToFront();
    await sco.evaluate('parent.document.open()').catch(() => {});
    await eventually('a report of the changed page', async () => (await changedPages(field)) === before + 1);
  });

  it('gets no camera, no microphone, no place and no payment', async () => {
    const { sco } = await current().play(current().hostile.courseId);
    const answers = await sco.evaluate(`(async () => {
      const media = (what) => navigator.mediaDevices.getUserMedia(what).then(() => 'given', (error) => error.name);
      const place = new Promise((done) => navigator.geolocation.getCurrentPosition(() => done('given'), ({ code }) => done(code)));
      const screen = navigator.mediaDevices.getDisplayMedia({ video: true }).then(() => 'given', (error) => error.name);
      return [await media({ video: true }), await media({ audio: true }), await place, await screen];
    })()`);
    // A machine without a camera says so before it asks the policy.
    const refused = expect.stringMatching(/^Not(Allowed|Found)Error$/) as string;
    expect(answers).toEqual([refused, refused, 1, 'NotAllowedError']);
    const allowed = (await sco.evaluate('document.featurePolicy.allowedFeatures()')) as string[];
    const denied = [
      'camera',
      'microphone',
      'geolocation',
      'payment',
      'usb',
      'serial',
      'hid',
      'midi',
      'display-capture',
    ];
    expect(allowed.filter((feature) => denied.includes(feature))).toEqual([]);
    expect(allowed).toEqual(expect.arrayContaining(['autoplay', 'fullscreen']));
  });
}

async function changedPages(field: Battlefield): Promise<number> {
  const [row] = await field.database.source.query<[{ count: number }]>(
    'select count(*)::int as count from changed_page',
  );
  return row.count;
}
