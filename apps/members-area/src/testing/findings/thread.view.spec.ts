import { changeInWords, peopleIn } from './thread.view';

const names = new Map([['a', 'Ann Baker']]);

describe('the thread of a finding', () => {
  it.each([
    [{ state: ['open', 'answered'] }, 'answered'],
    [{ state: ['answered', 'fixed'] }, 'marked it as fixed'],
    [{ settled: [false, true] }, 'confirmed it'],
    [{ state: ['open', 'fixed'], settled: [false, true] }, 'marked it as fixed'],
    [{ state: ['fixed', 'open'] }, 'opened it again'],
    [{ severity: ['blocking', 'suggestion'] }, 'changed it from Blocking to Suggestion'],
    [{ assignee: [null, 'a'] }, 'assigned it to Ann Baker'],
    [{ assignee: [null, 'olive'] }, 'took it on'],
    [{ assignee: ['gone', null] }, 'took it from somebody who has left'],
    [{}, 'commented'],
  ] as const)('says %o as "%s"', (change, words) => {
    expect(changeInWords(change as never, names, 'olive')).toBe(words);
  });

  it('knows whom it names', () => {
    const at = new Date();
    const comment = { id: '1', authorId: 'x', authorName: 'X', text: '', at };
    expect(
      peopleIn([
        { ...comment, change: null },
        { ...comment, change: { assignee: ['a', null] } },
        { ...comment, change: { assignee: ['a', 'b'] } },
      ]),
    ).toEqual(['a', 'b']);
  });
});
