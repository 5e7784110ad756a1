import { Desk } from '../../../../../test/support/given-desk';

const PAGE = '/account/letters';
let desk: Desk;
beforeAll(async () => (desk = await Desk.open()));
afterAll(() => desk?.close());

describe('the letters one gets', () => {
  it('come as they come until one chooses', async () => {
    const { text } = await desk.get('member', PAGE);
    expect(text).toContain('Now: As it comes.');
    expect((await desk.get('member', '/account')).body).toContain(`href="${PAGE}"`);
  });

  it('are chosen by oneself, and officers see it', async () => {
    const sent = await desk.post('member', PAGE, { how: 'weekly', on: '2' });
    expect([sent.status, sent.headers.location]).toEqual([303, `${PAGE}?done=saved`]);
    const { text } = await desk.get('member', `${PAGE}?done=saved`);
    expect(text).toContain('Now: Once a week, on Tuesdays.');
    expect(text).toMatch(/the next letter can come on Tuesday \d/);
    expect((await desk.get('tester', PAGE)).text).toContain('Now: As it comes.');
    const seen = await desk.get('officer', `/admin/members/${await desk.who('member')}`);
    expect(seen.text).toContain('Once a week, on Tuesdays');
    await desk.post('member', PAGE, { how: 'mandatory', on: '9' });
    expect((await desk.get('member', PAGE)).text).toContain('Now: Only what I have to do.');
  });

  it('are not chosen by what says nothing', async () => {
    for (const how of ['', 'never']) {
      const refused = await desk.post('member', PAGE, { how });
      expect([refused.status, refused.text]).toEqual([
        400,
        expect.stringContaining('Choose how often you get letters'),
      ]);
    }
  });
});
