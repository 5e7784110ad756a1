import { signInsView } from './sign-ins.view';

const at = new Date('2026-11-22T14:32:00Z');
const signIn = { browser: 'Chrome on Windows', createdAt: at, lastSeenAt: at, way: 'letter' as const };

it('says where each sign-in is, with this browser first', () => {
  const lines = signInsView(
    [
      { ...signIn, id: 'a', address: '198.51.100.7', isThis: false },
      { ...signIn, id: 'b', address: '192.0.2.1', isThis: true },
      { ...signIn, id: 'c', address: null, isThis: false },
    ],
    '192.0.2.1',
  );
  expect(lines.map(({ id, where, way }) => [id, where, way])).toEqual([
    ['b', 'From the network you use now', 'by a letter'],
    ['a', 'From another network (198.51.100.7)', 'by a letter'],
    ['c', 'We do not know from where', 'by a letter'],
  ]);
});
