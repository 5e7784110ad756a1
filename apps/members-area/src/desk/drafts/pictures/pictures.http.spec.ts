import { Desk } from '../../../../../../test/support/given-desk';
import { GivenDraft } from '../../../../../../test/support/given-draft';

let desk: Desk;
let draft: GivenDraft;
beforeAll(async () => {
  desk = await Desk.open();
  draft = await GivenDraft.withScreen(desk);
});
afterAll(() => desk?.close());

describe('pictures', () => {
  const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle r="4"/></svg>');
  const send = async (content: Buffer, name = 'Four steps.svg') =>
    desk.sendFile(await desk.who('officer'), `${draft.at}/pictures`, { field: 'file', name, content });

  it('come in, and are shown on a screen with their words', async () => {
    expect((await send(SVG)).status).toBe(303);
    expect((await draft.get('/pictures')).text).toContain('No screen shows this picture.');
    const words = {
      file: 'media/four-steps.svg',
      alt: 'Four steps in a circle',
      description: 'One leads to the next.',
    };
    await draft.post('/screens/what-follows/parts?kind=image&at=0', words);
    expect((await draft.get('/screens/what-follows/view')).body).toContain('src="data:image/svg+xml;base64,');
    const picture = await draft.get('/pictures/media/four-steps.svg');
    expect(picture.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'Choose a picture'],
    ['a page', Buffer.from('<html>'), 'of the kind PNG, JPEG or SVG'],
    ['what is too large', Buffer.alloc(2_000_001, 1), 'too large'],
  ])('are refused when they are %s', async (_, content, words) => {
    const { status, text } = await send(content, content.length === 0 ? '' : 'a.svg');
    expect([status, text]).toEqual([400, expect.stringContaining(words)]);
  });
});
