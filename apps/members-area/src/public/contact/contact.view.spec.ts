import { NO_CONTACT } from '@induct/people';
import { contactView } from './contact.view';

const contact = {
  ...NO_CONTACT,
  telephone: '+44 (0)1632 960-001',
  address: 'The Guildhall\n\n Northmoor ',
  links: [{ title: 'Meetings', url: 'https://meetings.example/' }],
};

it('dials what was written, without what stands between', () => {
  expect(contactView(contact, true).dial).toBe('+441632960001');
  expect(contactView({ ...contact, telephone: '01632 960 001' }, true).dial).toBe('01632960001');
});

it('says the address in lines, and shows links to whoever is signed in only', () => {
  expect(contactView(contact, true)).toMatchObject({ address: ['The Guildhall', 'Northmoor'], links: contact.links });
  expect(contactView(contact, false).links).toEqual([]);
});

it('knows when nothing was said', () => {
  expect([contactView(NO_CONTACT, false).isSaid, contactView(contact, false).isSaid]).toEqual([false, true]);
  expect(contactView({ ...NO_CONTACT, hours: 'Mondays' }, false).isSaid).toBe(false);
});
