import { problemOf } from './error.filter';

describe('an answer while the disk is full', () => {
  it.each([
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' }),
    Object.assign(new Error('could not extend file'), { code: '53100' }),
    Object.assign(new Error('EROFS: read-only file system, open'), { code: 'EROFS', syscall: 'open' }),
  ])('says so, and that it is worth trying again: %s', (error) => {
    expect(problemOf(error)).toMatchObject({
      status: 503,
      title: 'There is no room for this at the moment',
      remedy: expect.stringContaining('make room') as string,
    });
  });

  it('says nothing of a disk otherwise', () => expect(problemOf(new Error('broken')).status).toBe(500));
});
