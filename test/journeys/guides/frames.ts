/** Which part of a page a picture shows. */
export interface PictureFrame {
  /** Selector of what stands at the top of the picture; `page`: the page from its very top. */
  from: string;
  /** In pixels. */
  height: number;
  /** Selector of what a reader is to press: a line is drawn round it. */
  mark?: string;
}

const words = (element: string, text: string): string =>
  `::-p-xpath(//${element}[contains(normalize-space(.), "${text}")])`;
const heading = (text: string): string => words('*[self::h1 or self::h2 or self::legend]', text);
const main = (height: number, mark?: string): PictureFrame => ({ from: 'main', height, mark });
const page = (height: number, mark?: string): PictureFrame => ({ from: 'page', height, mark });

/** A page of the site without its header. */
const ORDINARY = main(560);

const FRAMES: Record<string, PictureFrame> = {
  'sign-in-by-mail': page(480, words('button', 'Email me a link')),
  'check-your-email': main(720),
  'sign-in-code': main(560),
  home: page(760, 'main form button'),
  module: main(640, 'main form button'),
  stopped: main(620, 'main form button'),
  finished: main(660),
  certificates: main(640, words('a', 'Download certificate')),
  'check-a-certificate': main(600, words('button', 'Check the number')),
  'certificate-is-valid': main(560),
  'take-again': page(760),
  account: main(700),
  testing: page(760),
  'a-round': main(520, words('button', 'Start the preview')),
  'could-not-finish': main(760),
  'sign-off': main(700),
  // No more: how long the walk took stands below.
  report: main(320),
  overview: page(640),
  progress: main(600),
  'a-member': main(680),
  'upload-form': main(620),
  'upload-report': main(560, words('a', 'Go on to testing')),
  'version-uploaded': main(620, words('a', 'Open a test round')),
  'other-websites': main(560),
  'open-a-round': main(960),
  'run-the-round': { from: '.testing-run', height: 560 },
  finding: main(760),
  publish: { from: heading('People who were there before'), height: 940 },
  'publish-check': main(620),
  'not-yet': main(640),
  'delete-a-draft': main(460, words('button', 'Delete it')),
  'completions-to-look-at': main(620),
  'say-whether-it-counts': main(900),
  register: main(560),
  certificate: main(560),
  revoke: main(620),
  'decide-on-revoking': main(700),
  'add-a-person': main(960),
  deactivate: main(320),
  'first-administrator': page(640, 'main form button'),
  'given-alone': main(760),
  roles: { from: heading('Change the roles'), height: 720 },
  'role-waits': main(520),
  'waits-for-a-second-person': main(520),
  agree: main(720),
  'role-given': main(600),
  'sign-offs-needed': main(540),
  override: main(780),
  'override-waits': main(600),
  'failed-jobs': page(760),
  'asked-of-me': page(900),
  'send-in': main(1000),
  'may-i-sit': main(560),
  'more-ways': { from: 'details[open]', height: 620 },
  claim: main(760),
  mandates: main(640),
  overdue: main(560),
  scheme: main(720),
  'draft-a-version': main(900),
  'what-would-change': main(760),
  'dry-run': main(640),
  'by-hand': main(860),
  'name-to-correct': main(760),
  suspend: main(560),
  templates: page(620),
  'draft-a-template': main(900),
  'a-template': { from: heading('Previews'), height: 900 },
  'approve-a-template': { from: heading('Decide'), height: 560 },
  'who-signs': main(760),
  arms: main(620),
  'who-sees-my-name': main(700),
  'who-may-sit': main(760),
  'then-and-now': main(700),
  'bodies-ask': main(640),
  'programme-year': main(760),
  'a-session': main(700),
  'register-of-attendance': main(760),
  'names-in-welsh': main(700),
  programme: main(760),
  'two-columns': main(760),
  'local-facts': main(640),
  'local-fact': main(640),
  reviews: main(620),
  'review-of-a-module': main(760),
  'begin-a-module': main(620, words('button', 'Begin')),
  'draft-of-a-module': main(820),
  'draft-screen': main(820),
  'draft-add-a-part': main(720),
  'draft-part': main(820),
  'draft-question': main(820),
  'draft-details': main(820),
  'draft-pictures': main(560),
  'draft-review': main(640),
  'draft-test': main(620),
  'draft-history': main(560),
  'draft-screen-phone': main(720),
  'rows-of-a-list': { from: heading('Every row'), height: 560 },
};

/** @param name of the picture */
export const frameOf = (name: string): PictureFrame => FRAMES[name] ?? ORDINARY;
