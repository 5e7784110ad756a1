/** What usually lies behind an error's technical text, and what helps. The first that fits counts. */
const REASONS: { pattern: RegExp; says: string; helps: string }[] = [
  {
    pattern: /ENOSPC|no space left|disk full/i,
    says: 'The disk is full.',
    helps: 'Ask whoever runs the server to make room, then try again.',
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
  const { says, helps } = REASONS.find(({ pattern }) => pattern.test(error)) ?? UNKNOWN;
  return { says, helps, technical: error.replace(ADDRESS, '…@…').slice(0, 300) };
}
