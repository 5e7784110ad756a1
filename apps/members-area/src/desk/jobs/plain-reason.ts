/** What usually lies behind an error's technical text, and what helps. The first that fits counts. */
const REASONS: { pattern: RegExp; says: string | ((found: RegExpExecArray) => string); helps: string }[] = [
  {
    pattern: /letters are missing in the holder’s name: ([^;]+)/,
    says: ([, letters]) => `The certificate cannot print ${letters} in the holder’s name.`,
    helps:
      'Correct the name under People to one that can be printed, then try again: the certificate takes the new name.',
  },
  {
    pattern: /letters are missing in ([^;]+): ([^;:]+)/,
    says: ([, what, letters]) => `The certificate cannot print ${letters} in ${what}.`,
    helps: 'Show this to whoever runs the server. It can be made once the design has a font with these letters.',
  },
  {
    pattern: /The layout has no room for the holder’s name/,
    says: () => 'The holder’s name is longer than the certificate has room for.',
    helps: 'Correct the name under People to a shorter one, then try again: the certificate takes the new name.',
  },
  {
    pattern: /The layout has no room for (.+)/s,
    says: ([, what]) => `The certificate has no room for ${what}.`,
    helps: 'Show this to whoever runs the server. It can be made once the design has more room.',
  },
  {
    pattern: /ENOSPC|no space left|disk full/i,
    says: 'The disk is full.',
    helps: 'Ask whoever runs the server to make room, then try again.',
  },
  {
    pattern: /EROFS|read-only file system|EACCES/i,
    says: 'The disk cannot be written.',
    helps: 'Ask whoever runs the server to make it writable, then try again.',
  },
  {
    pattern: /GOV\.UK Notify could not be reached/,
    says: 'GOV.UK Notify could not be reached.',
    helps:
      'It is tried again by itself. If it goes on for more than an hour, ask whoever runs the server to check the network.',
  },
  {
    pattern: /GOV\.UK Notify could not hand it over: permanent/,
    says: 'GOV.UK Notify found that the address does not exist, or takes no letters.',
    helps: 'Check the email address of the person, and tell them what the letter said; then try again.',
  },
  {
    pattern: /GOV\.UK Notify could not hand it over: temporary/,
    says: 'GOV.UK Notify tried for three days: the mailbox took nothing. It may be full.',
    helps: 'Tell the person, then try again. It is not tried again by itself.',
  },
  {
    pattern: /GOV\.UK Notify could not hand it over/,
    says: 'GOV.UK Notify took the letter and could not hand it over.',
    helps: 'Try again. It is not tried again by itself.',
  },
  {
    pattern: /The worker ended while it was being sent/,
    says: 'The program that sends letters ended each time it sent this one.',
    helps:
      'Nobody knows whether it has come: ask the person. Show this to whoever runs the server before you try again.',
  },
  {
    pattern: /GOV\.UK Notify answered 400: .*(team-only|trial mode)/,
    says: 'GOV.UK Notify does not send to this address yet: the council’s service there is in trial, or its key is for the team only.',
    helps: 'Ask whoever looks after the council’s GOV.UK Notify to make the service live, then try again.',
  },
  {
    pattern: /GOV\.UK Notify answered 400: .*email_address/,
    says: 'GOV.UK Notify does not take the address.',
    helps: 'Check the email address of the person, then try again.',
  },
  {
    pattern: /GOV\.UK Notify answered 400: .*([Tt]emplate|personalisation)/,
    says: 'The template at GOV.UK Notify is missing, or has no ((subject)) or no ((body)).',
    helps: 'Ask whoever looks after the council’s GOV.UK Notify to mend the template, then try again.',
  },
  {
    pattern: /GOV\.UK Notify answered 40[13]: .*clock/,
    says: 'GOV.UK Notify does not believe our clock.',
    helps:
      'Ask whoever runs the server to set its clock. Then all that waits goes by itself; what is not tried any more, try again.',
  },
  {
    pattern: /GOV\.UK Notify answered 40[13]/,
    says: 'GOV.UK Notify did not accept our key.',
    helps:
      'Ask whoever runs the server to check NOTIFY_API_KEY. Then all that waits goes by itself; what is not tried any more, try again.',
  },
  {
    pattern: /GOV\.UK Notify answered 429: .*(today|send limits)/,
    says: 'GOV.UK Notify sends no more for us today: the limit of its day is reached.',
    helps:
      'It is tried again by itself, also tomorrow. Ask whoever looks after the council’s GOV.UK Notify for a higher limit.',
  },
  {
    pattern: /GOV\.UK Notify answered (429|5\d\d)/,
    says: 'GOV.UK Notify had too much to do.',
    helps: 'It is tried again by itself. If it goes on for more than an hour, ask whoever runs the server.',
  },
  {
    pattern: /GOV\.UK Notify answered \d+: (.+)/s,
    says: ([, reason]) => `GOV.UK Notify refused the letter: “${technical(reason ?? '')}”.`,
    helps: 'Show this to whoever looks after the council’s GOV.UK Notify, then try again.',
  },
  {
    pattern: /ENOTFOUND|EAI_AGAIN/i,
    says: 'The mail server could not be found under its name.',
    helps: 'Ask whoever runs the server to check the mail settings and the network.',
  },
  {
    pattern: /ECONNREFUSED|ECONNRESET|ETIMEDOUT|ESOCKET|EHOSTUNREACH|greeting never received/i,
    says: 'The mail server could not be reached.',
    helps: 'It is tried again by itself. If it goes on for more than an hour, ask whoever runs the server.',
  },
  {
    pattern: /EAUTH|authentication|\b535\b/i,
    says: 'The mail server did not accept our name and password.',
    helps: 'Ask whoever runs the server to check the mail settings.',
  },
  {
    pattern: /EENVELOPE|\b55[0-4]\b|mailbox unavailable|user unknown/i,
    says: 'The mail server refused the address.',
    helps: 'Check the email address of the person, then try again.',
  },
  {
    pattern: /timed? ?out|timeout|deadline/i,
    says: 'It took too long and was stopped.',
    helps: 'Try again when the server has less to do.',
  },
  {
    pattern: /chromium|chrome|browser|target closed|protocol error|session closed|puppeteer|ENOENT.*chrom/i,
    says: 'The browser that prints certificates could not be started, or stopped while it printed.',
    helps: 'Try again. If it fails twice, ask whoever runs the server to restart the worker.',
  },
  {
    pattern: /template|placeholder|handlebars/i,
    says: 'The certificate’s design does not fit what is to be printed on it.',
    helps: 'Ask whoever looks after the designs to check the newest one.',
  },
];
const UNKNOWN = {
  says: 'Something went wrong that we have no words for.',
  helps: 'Try again. If it fails twice, show the technical message to whoever runs the server.',
};

const ADDRESS = /[^\s<>"']+@[^\s<>"']+/g;

export interface PlainReason {
  says: string;
  helps: string;
  /** As the program said it, without e-mail addresses and cut short. */
  technical: string;
}

/** @param error the text a program left behind */
export function plainReason(error: string): PlainReason {
  for (const { pattern, says, helps } of REASONS) {
    const found = pattern.exec(error);
    if (found) return { says: typeof says === 'string' ? says : says(found), helps, technical: technical(error) };
  }
  return { ...UNKNOWN, technical: technical(error) };
}

const technical = (error: string) => error.replace(ADDRESS, '…@…').slice(0, 300);
