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
    ['GOV.UK Notify could not be reached: ECONNREFUSED', 'GOV.UK Notify could not be reached.'],
    [
      'GOV.UK Notify could not hand it over: permanent-failure',
      'GOV.UK Notify found that the address does not exist, or takes no letters.',
    ],
    [
      'GOV.UK Notify could not hand it over: temporary-failure',
      'GOV.UK Notify tried for three days: the mailbox took nothing. It may be full.',
    ],
    [
      'GOV.UK Notify could not hand it over: technical-failure',
      'GOV.UK Notify took the letter and could not hand it over.',
    ],
    [
      'The worker ended while it was being sent, in every try',
      'The program that sends letters ended each time it sent this one.',
    ],
    [
      'GOV.UK Notify answered 400: BadRequestError: Can’t send to this recipient using a team-only API key',
      'GOV.UK Notify does not send to this address yet: the council’s service there is in trial, or its key is for the team only.',
    ],
    [
      'GOV.UK Notify answered 400: ValidationError: email_address Not a valid email address',
      'GOV.UK Notify does not take the address.',
    ],
    [
      'GOV.UK Notify answered 400: BadRequestError: Missing personalisation: body',
      'The template at GOV.UK Notify is missing, or has no ((subject)) or no ((body)).',
    ],
    [
      'GOV.UK Notify answered 403: AuthError: Error: Your system clock must be accurate to within 30 seconds',
      'GOV.UK Notify does not believe our clock.',
    ],
    ['GOV.UK Notify answered 403: AuthError: Invalid token', 'GOV.UK Notify did not accept our key.'],
    [
      'GOV.UK Notify answered 429: TooManyRequestsError: Exceeded send limits (50) for today',
      'GOV.UK Notify sends no more for us today: the limit of its day is reached.',
    ],
    ['GOV.UK Notify answered 503: it said no reason', 'GOV.UK Notify had too much to do.'],
    [
      'GOV.UK Notify answered 413: TooLarge: too long for ann@example.com',
      'GOV.UK Notify refused the letter: “TooLarge: too long for …@…”.',
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
