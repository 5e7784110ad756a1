import { contactsIn } from './browser/contacts';

const links = (text: string) =>
  contactsIn(text).flatMap(({ text: words, href }) => (href ? [`${words} → ${href}`] : []));

it.each([
  [
    'the counter-fraud team on 01632\u00a0960\u00a0114 or counter.fraud@northmoor.example.',
    [
      '01632\u00a0960\u00a0114 → tel:01632960114',
      'counter.fraud@northmoor.example → mailto:counter.fraud@northmoor.example',
    ],
  ],
  ['ring 0800 1111 222, at any hour', ['0800 1111 222 → tel:08001111222']],
  ['+44 1632 960 040 ext. 12', ['+44 1632 960 040 → tel:+441632960040']],
  ['£1.42 billion, £0123456789012, 10 of 81, on 04 05 2027, version 0.1234567890', []],
  ['by 2027, 999 or 101, a@b, x@y.', []],
])('finds in “%s” what can be rung or written to', (text, found) => {
  expect(links(text)).toEqual(found);
  expect(
    contactsIn(text)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});
