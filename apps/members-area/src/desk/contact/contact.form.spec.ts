import { NO_CONTACT } from '@induct/people';
import { formProblems } from '../../forms/form-problems';
import { ContactForm, contactOf, linksIn, typedOf } from './contact.form';

const wrong = (sent: Record<string, string>) =>
  (formProblems(ContactForm.safeParse(sent).error).errors ?? []).map(({ href, text }) => `${href} ${text}`);

it('may be left empty', () => {
  expect(contactOf(ContactForm.parse({}))).toEqual(NO_CONTACT);
});

it.each([
  [{ email: 'democratic services' }, '#email Enter an email address like democratic.services@council.gov.uk'],
  [{ telephone: 'ask at the desk' }, '#telephone Enter a telephone number like 01632 960 001'],
  [{ telephone: '12 34' }, '#telephone Enter a telephone number like 01632 960 001'],
  [{ title3: 'Meetings' }, '#url3 Enter the address of link 3, or empty its name'],
  [{ url3: 'https://meetings.example/' }, '#title3 Enter what link 3 is called'],
  [{ title1: 'Meetings', url1: 'http://meetings.example/' }, '#url1 Link 1 has to begin with https://'],
  [{ title1: 'Meetings', url1: 'javascript:alert(1)' }, '#url1 Link 1 has to begin with https://'],
  [{ title1: 'Meetings', url1: 'meetings' }, '#url1 Link 1 has to begin with https://'],
])('says what is wrong with %j', (sent, said) => {
  expect(wrong(sent)).toEqual([said]);
});

it('shows the links that are filled in and one more, and folds the others', () => {
  expect(linksIn({})).toEqual({ shown: [1], folded: [2, 3, 4, 5, 6, 7, 8] });
  expect(linksIn({ title2: 'Meetings', url5: 'x' }).folded).toEqual([7, 8]);
  expect(linksIn({ url8: 'x' })).toEqual({ shown: [1, 2, 3, 4, 5, 6, 7, 8], folded: [] });
});

it('closes up the links, and shows them again as they were saved', () => {
  const contact = contactOf(
    ContactForm.parse({
      telephone: '+44 (0)1632 960-001',
      address: 'The Guildhall\r\nNorthmoor',
      title2: 'Meetings',
      url2: 'https://meetings.example/',
      title5: 'Expenses',
      url5: 'https://expenses.example/',
    }),
  );
  expect(contact.address).toBe('The Guildhall\nNorthmoor');
  expect(contact.links.map(({ title }) => title)).toEqual(['Meetings', 'Expenses']);
  expect(contactOf(ContactForm.parse(typedOf(contact)))).toEqual(contact);
});
