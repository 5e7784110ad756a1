import { Desk } from '../../../../../test/support/given-desk';

const TYPED = {
  email: 'democratic.services@northmoor.example',
  telephone: '01632 960 001',
  hours: 'Monday to Friday, 9am to 5pm',
  address: 'The Guildhall\r\nNorthmoor',
  title1: 'Meetings & papers',
  url1: 'https://meetings.northmoor.example/',
  accessibilityFaults: 'Films made before 2020 have no captions',
};

let desk: Desk;
const save = (more: Record<string, string> = {}) => desk.post('officer', '/admin/contact', { ...TYPED, ...more });

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

it('is said to be missing as long as nobody has said it', async () => {
  expect((await desk.get(undefined, '/contact')).text).toContain(
    'How to reach Democratic Services is not written here yet',
  );
  expect((await desk.get('member', '/contact')).text).toContain('There are none yet');
  expect((await desk.get(undefined, '/accessibility')).text).toContain('We know of nothing on these pages');
});

it('is shown to everybody once it is saved, with the links for whoever is signed in', async () => {
  const saved = await save();
  expect([saved.status, saved.headers['location']]).toEqual([303, '/admin/contact?done=saved']);
  const [stranger, member] = [await desk.get(undefined, '/contact'), await desk.get('member', '/contact')];
  expect(stranger.body).toContain('href="tel:01632960001"');
  expect(stranger.text).toContain('Monday to Friday, 9am to 5pm');
  expect(stranger.body).not.toContain('meetings.northmoor.example');
  expect(member.body).toContain('href="https://meetings.northmoor.example/"');
  expect((await desk.get(undefined, '/accessibility')).text).toContain('Films made before 2020 have no captions');
  expect(await desk.audited()).toContainEqual({
    action: 'council.contact-changed',
    actor: await desk.who('officer'),
    subject: 'contact',
    detail: expect.objectContaining({ after: expect.objectContaining({ telephone: '01632 960 001' }) }),
  });
});

it('shows the form again with all that was typed when something in it cannot be right, and changes nothing', async () => {
  const { status, body, text } = await save({ email: 'nobody', title2: 'Expenses' });
  expect(status).toBe(400);
  expect(text).toContain('Enter an email address like democratic.services@council.gov.uk');
  expect(text).toContain('Enter the address of link 2, or empty its name');
  expect(body).toContain('value="Expenses"');
  expect((await desk.get(undefined, '/contact')).text).toContain(TYPED.email);
});

it('is the desk’s to say', async () => {
  expect((await desk.post('member', '/admin/contact', TYPED)).status).toBe(403);
  expect((await desk.get('administrator', '/admin/contact')).status).toBe(200);
});
