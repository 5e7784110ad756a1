import { diskTrouble } from './disk-trouble';

const system = (code: string, message: string, path?: string) =>
  Object.assign(new Error(message), { code, syscall: 'open', path });

describe('a disk that is in the way', () => {
  it.each([
    ['a full disk', system('ENOSPC', 'ENOSPC: no space left on device, write'), 'The disk is full'],
    ['a quota', system('EDQUOT', 'EDQUOT: disk quota exceeded'), 'The disk is full'],
    [
      'a full disk of PostgreSQL',
      new Error('could not extend file "base/1": No space left on device'),
      'The disk is full',
    ],
    [
      'a full disk behind another error',
      new Error('failed', { cause: system('ENOSPC', 'ENOSPC') }),
      'The disk is full',
    ],
    ['a read-only disk', system('EROFS', 'EROFS: read-only file system, mkdir'), 'The disk is read-only'],
    ['a read-only disk of a program', new Error('initdb: error: Read-only file system'), 'The disk is read-only'],
    ['a folder of somebody else', system('EACCES', 'EACCES: permission denied', '/data/x'), 'may not write /data/x'],
  ])('is told in words: %s', (_, error, words) => expect(diskTrouble(error)).toContain(words));

  it.each([
    new Error('broken'),
    new Error('EACCES in a text'),
    system('ENOENT', 'ENOENT: no such file'),
    'text',
    undefined,
  ])('is not suspected behind anything else: %s', (error) => expect(diskTrouble(error)).toBeUndefined());
});
