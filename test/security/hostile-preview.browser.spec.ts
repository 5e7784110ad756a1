import { attackFrom, without } from './attack';
import { Battlefield } from './battlefield';

let field: Battlefield;

/** Opened by a tester, whose panel beside it can do more than a learner's page. */
describe('a hostile package in a preview', () => {
  beforeAll(async () => {
    field = await Battlefield.open({ site: 'localhost', content: '127.0.0.1' });
  });
  beforeEach(() => field.freshBrowser());
  afterEach(() => field.closeBrowser());
  afterAll(() => field.close());

  it('changes nothing from inside a preview but that preview, whatever it sends to whichever route', async () => {
    const { url } = await field.newPreview(field.hostile.versionId);
    const player = await field.openUnwatched(url, { withoutPolicy: true });
    const before = await field.everything();
    expect(await attackFrom(field, player, 'in-turn')).toEqual([]);
    expect(await field.everything()).toMatchObject(without(before, 'preview', 'preview_sco', 'preview_call'));
  }, 300_000);

  it('can do with a preview’s own address what its panel can, and no more: no sign-off, no other round, nobody’s name', async () => {
    const other = await field.preview(field.honest.versionId);
    await other.page.close();
    const { page, sco, roundId } = await field.preview(field.hostile.versionId);
    const before = await field.everything();
    const answers = await sco.evaluate(`(async () => {
      const own = top.location.pathname;
      const send = async (path, body, method = 'POST') => {
        const init = { method, ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) };
        const reply = await fetch(path, init);
        return [reply.status, await reply.text()];
      };
      const forged = { severity: 'blocking', text: 'Forged', roundId: '${other.roundId}', authorId: '${other.roundId}' };
      return {
        finding: await send(own + '/findings', forged),
        signOff: await send(own + '/sign-off', { decision: 'signed_off' }),
        launch: await send(own.replace('/preview/', '/launch/') + '/state', undefined, 'GET'),
        commits: await send(own.replace('/preview/', '/launch/') + '/commits', { seq: 1, sco: 'one', run: 1, final: true, shownMs: 0, cmi: {} }),
        state: await send(own + '/state', undefined, 'GET'),
      };
    })()`);
    const { finding, signOff, launch, commits, state } = answers as Record<string, [number, string]>;
    expect([finding![0], signOff![0], launch![0], commits![0], state![0]]).toEqual([201, 404, 404, 401, 200]);
    expect(state![1]).not.toContain('Ada Fenwick');
    await page.close();
    const rows = await field.database.source.query<object[]>(
      'select round_id, author_id from finding where text = $1',
      ['Forged'],
    );
    expect(rows).toEqual([{ round_id: roundId, author_id: field.personId }]);
    const mayChange = ['preview', 'preview_sco', 'preview_call', 'finding', 'audit_event'];
    expect(await field.everything()).toMatchObject(without(before, ...mayChange));
  });
});
