import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES } from '@induct/people';
import { plainText, type Searchable, type SearchAudience } from '@induct/platform';
import nunjucks from 'nunjucks';
import type { PlannedPage, SitePlan } from '../../frame/site-plan';
import { LIMITS } from '../../words/limits';

/** Steps on a way in or out, which nobody looks for, and this search. */
const NOT_LOOKED_FOR = /^\/(sign-in\/|sign-out|signed-out|mailbox|search|kept-form)/;

/** Pages that say the same to everybody: what they say is searched. */
const SAID: Record<string, string> = {
  '/privacy': 'about/privacy.page.njk',
};

/** What people look for who want one of these pages, and call it by another name. */
const ALSO: Record<string, string> = {
  '/': 'What is due, by when. Start page.',
  '/accessibility':
    'How accessible this site is, screen readers, keyboard, phone, large print, easy read, audio, braille, complaints, what to do when something does not work for you.',
  '/account': 'Your profile: name, email address, devices, passkeys, sign-ins.',
  '/admin/people':
    'Everybody with an account: add somebody, correct a name or an address, give a role or take it back.',
  '/admin/programme': 'At the desk: events and sessions as they are planned.',
  '/admin/signatories': 'Signatories: whose name and signature certificates bear, from when to when.',
  '/admin/usage': 'Use of the site: which pages are read, by members, officers and others.',
  '/bookings': 'Sessions at which you have a place. Cancel or change a booking.',
  '/calendar': 'Have your sessions in Outlook, Google or Apple calendar.',
  '/candidates':
    'For whoever thinks of becoming a councillor, and for those who stand: what it is like, nominations, the next poll, forms, spending and donations.',
  '/candidates/first-weeks':
    'What to do in your first day, week and month after the election: acceptance of office, register of interests, expenses of the election, with the days.',
  '/candidates/library': 'Documents, forms, films and websites for whoever stands for election.',
  '/certificates': 'Your certificates of accreditation, to download as PDF.',
  '/cookies': 'Which cookies there are, what for and for how long.',
  '/contact':
    'How to reach Democratic Services: telephone, email, address. Websites that members need: meetings and papers, expenses, pay, computers.',
  '/library': 'Documents, how-tos, films and websites: expenses, computers, safety, planning, conduct.',
  '/modules': 'E-learning, training, courses: everything there is to learn.',
  '/programme': 'Briefings, training and events: what is planned, and booking a place.',
  '/programmes': 'Programmes of events as they were published, to print.',
  '/standing': 'What is asked of you, and every way to meet it. Requirements, accreditation, mandatory training.',
  '/terms': 'Terms of use: your account, what you may do with what is here, certificates, what we promise.',
  '/testing/programme': 'Versions of the programme, as the steering group decides on them.',
  '/verify': 'Check a certificate by its number, or by its PDF: is it valid?',
};

/** Others are sent on by these: to where they work, or home. */
const WHO: Record<string, readonly SearchAudience[]> = { '/': ['member', 'tester'], '/sign-in': ['stranger'] };

const audiencesOf = ({ path, access }: Pick<PlannedPage, 'path' | 'access'>): readonly SearchAudience[] => {
  if (WHO[path]) return WHO[path];
  for (const everybody of ['public', 'signed-in'] as const) if (access.includes(everybody)) return [everybody];
  return ROLES.filter((role) => access.includes(role));
};

/** What a template says between its block of content and the end of it, as plain text. */
function saidBy(template: string, council: string): string {
  const text = readFileSync(join(__dirname, '..', template), 'utf8');
  const content = /\{% block content %\}([^]*)\{% endblock %\}/.exec(text)?.[1] ?? '';
  // What the council says itself, and when, stands on the page only.
  const environment = new nunjucks.Environment(null, { autoescape: true }).addFilter('date', () => '');
  const said = environment.renderString(content, {
    limits: LIMITS,
    site: { council },
  });
  return plainText(said.replace(/<h1[^]*?<\/h1>/, ''));
}

const isFound = (page: PlannedPage): boolean =>
  !page.path.includes(':') && !page.demo && !NOT_LOOKED_FOR.test(page.path) && audiencesOf(page).length > 0;

/** What the council says on a page, by its address. */
export type SaidOnPages = Readonly<Record<string, string>>;

/** The pages of the site that stand at one address each, as they are found. @param council its name */
export const siteEntries = (plan: Pick<SitePlan, 'pages'>, council: string, said: SaidOnPages): Searchable[] =>
  plan.pages.filter(isFound).map((page) => ({
    kind: 'page',
    subject: page.path,
    language: 'en',
    audiences: audiencesOf(page),
    title: page.title,
    body: [ALSO[page.path], said[page.path], SAID[page.path] && saidBy(SAID[page.path]!, council)]
      .filter(Boolean)
      .join(' '),
    path: page.path,
    // They were always there: nobody hears of them as something new.
    newAt: new Date(0),
  }));

/** Beside the pages' own titles: so that a test sees which have gone. */
export const DESCRIBED_PAGES = Object.keys({ ...SAID, ...ALSO });
