import { plainReason } from './plain-reason';

describe('the reason a job failed', () => {
  it.each([
    ['connect ECONNREFUSED 127.0.0.1:25', 'The mail server could not be reached.'],
    ['getaddrinfo ENOTFOUND smtp.example', 'The mail server could not be found under its name.'],
    ['Invalid login: 535 5.7.8 Error', 'The mail server did not accept our name and password.'],
    ['550 5.1.1 <ann@example.com> user unknown', 'The mail server refused the address.'],
    ['Navigation timeout of 30000 ms exceeded', 'It took too long and was stopped.'],
    [
      'Protocol error (Page.printToPDF): Target closed',
      'The browser that prints certificates could not be started, or stopped while it printed.',
    ],
    ['ENOSPC: no space left on device, write', 'The disk is full.'],
    ['EROFS: read-only file system, mkdir', 'The disk cannot be written.'],
    [
      'The printed document is not as it should be: letters are missing in the holder’s name: 김 민 수',
      'The certificate cannot print 김 민 수 in the holder’s name.',
    ],
    [
      'The printed document is not as it should be: letters are missing in the title “Welcome 한”: 한',
      'The certificate cannot print 한 in the title “Welcome 한”.',
    ],
    ['The layout has no room for the holder’s name', 'The holder’s name is longer than the certificate has room for.'],
    [
      'The layout has no room for the title “The code of conduct”; the title “Chairing”',
      'The certificate has no room for the title “The code of conduct”; the title “Chairing”.',
    ],
    ['Cannot read properties of undefined', 'Something went wrong that we have no words for.'],
  ])('"%s" is said in plain words', (error, says) => {
    expect(plainReason(error).says).toBe(says);
    expect(plainReason(error).helps).toMatch(/\.$/);
  });

  it('shows no e-mail address', () => {
    expect(plainReason('550 <ann.baker@example.com> rejected').technical).toBe('550 <…@…> rejected');
  });
});
