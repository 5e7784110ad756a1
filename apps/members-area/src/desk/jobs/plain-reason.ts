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
