import { COUNCIL_FAILS, type CouncilFails } from '@induct/sign-in';

const WORDS: Record<CouncilFails, { heading: string; says: string; mayTryAgain: boolean }> = {
  away: {
    heading: 'The council’s sign-in does not answer',
    says: 'Nothing is wrong with your account, and you need not wait: a letter lets you in without it.',
    mayTryAgain: true,
  },
  refused: {
    heading: 'The council’s sign-in did not let you in',
    says: 'Perhaps it was stopped half-way, or your council account may not be used here yet. A letter lets you in without it.',
    mayTryAgain: true,
  },
  late: {
    heading: 'That took too long',
    says: 'An answer of the council’s sign-in counts for 15 minutes. Try again, or sign in with a letter.',
    mayTryAgain: true,
  },
  unasked: {
    heading: 'We could not use that answer',
    says: 'An answer of the council’s sign-in counts once, and only in the browser that asked for it. Try again, or sign in with a letter.',
    mayTryAgain: true,
  },
  left: {
    heading: 'You can no longer sign in here',
    says: 'We know your council account, but your account in the Members Area was closed. What you have done is kept, and your certificates stay valid. If you should be here, ask Democratic Services.',
    mayTryAgain: false,
  },
};

const isWhy = (why: unknown): why is CouncilFails => (COUNCIL_FAILS as readonly unknown[]).includes(why);

/** Why nobody is signed in, and what else lets them in. @param why as the address says it @param next where they wanted to go */
export const failedView = (why: unknown, next: string) => ({
  ...WORDS[isWhy(why) ? why : 'unasked'],
  next,
  again: `/sign-in/council?next=${encodeURIComponent(next)}`,
  form: {},
  message: {},
});
