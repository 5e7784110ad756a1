import type { Page } from 'puppeteer';
import { type BuiltCourse, builtSpecimen } from './built-course';
import type { Standard } from './fake-apis';
import { type Call, type Cmi, type FakeLms, startFakeLms } from './fake-lms';
import { KeyboardHands } from './keyboard-hands';
import { Learner } from './learner';
import { QuickHands } from './quick-hands';
import { TestBrowser } from '../../../test/support/test-browser';

const inSeconds = (hours = '0', minutes = '0', seconds = '0') =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);

/** What each edition calls the same thing. */
const NAMES = {
  scorm_12: {
    status: 'cmi.core.lesson_status',
    place: 'cmi.core.lesson_location',
    score: 'cmi.core.score.raw',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    response: 'student_response',
    wrong: 'wrong',
    timeFormat: /^0000:00:\d\d\.\d\d$/,
    seconds: (span: string) => inSeconds(...(span.split(':') as [string, string, string])),
  },
  scorm_2004: {
    status: 'cmi.success_status',
    place: 'cmi.location',
    score: 'cmi.score.raw',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    response: 'learner_response',
    wrong: 'incorrect',
    timeFormat: /^PT[\d.]+S$/,
    seconds: (span: string) => {
      const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?([\d.]+)S$/.exec(span)!;
      return inSeconds(hours, minutes, seconds);
    },
  },
} as const;

/** The specimen in a platform that forgets everything between two tests. To be called in a `describe`. */
export function onPlatform(standard: Standard): OnPlatform {
  const platform = new OnPlatform(standard);
  beforeAll(() => platform.start(), 60_000);
  afterAll(() => platform.stop());
  beforeEach(async () => {
    platform.lms.cmi = {};
    await platform.newTab();
  });
  return platform;
}

/** The content player in a browser, and what its platform was told. */
export class OnPlatform {
  built!: BuiltCourse;
  lms!: FakeLms;
  page!: Page;
  private browser?: TestBrowser;

  constructor(private readonly standard: Standard) {}

  get names() {
    return NAMES[this.standard];
  }

  async start(): Promise<void> {
    this.built = await builtSpecimen(this.standard);
    this.lms = await startFakeLms(this.built.files, this.standard);
    this.browser = await TestBrowser.connect();
  }

  async stop(): Promise<void> {
    await this.browser?.close();
    this.lms?.close();
  }

  /** Closes the tab and opens another. */
  async newTab(): Promise<void> {
    await this.page?.close();
    this.page = await this.browser!.newPage();
  }

  /** Opens the module. @param at the platform's page: "frame", or "strict" with the strictest run-time */
  async learner(hands: 'keyboard' | 'quick' = 'quick', at = 'frame'): Promise<Learner> {
    await this.page.goto(this.lms.url(at));
    const sco = await (await this.page.waitForSelector('iframe'))!.contentFrame();
    await sco.waitForSelector('body[data-at]');
    return new Learner(sco, hands === 'keyboard' ? new KeyboardHands(this.page, sco) : new QuickHands(sco), this.built);
  }

  calls(): Promise<Call[]> {
    return this.page.evaluate('calls') as Promise<Call[]>;
  }

  cmi(): Promise<Cmi> {
    return this.page.evaluate('cmi') as Promise<Cmi>;
  }

  async commits(): Promise<number> {
    return (await this.calls()).filter(([name]) => name === 'commit').length;
  }

  /** Every value this element was set to. */
  async set(element: string): Promise<string[]> {
    return (await this.calls()).filter(([name, to]) => name === 'set' && to === element).map(([, , value]) => value!);
  }

  /** What the platform holds about the answers to one question, in the order they were given. */
  async interactions(id: string): Promise<((element: string) => string | undefined)[]> {
    const stored = await this.cmi();
    const indexes = Object.entries(stored).flatMap(([key, value]) =>
      /^cmi\.interactions\.\d+\.id$/.test(key) && value.startsWith(`${id}.`) ? [key.split('.')[2]!] : [],
    );
    return indexes.map((index) => (element: string) => stored[`cmi.interactions.${index}.${element}`]);
  }

  async objective(id: string): Promise<(element: string) => string | undefined> {
    const stored = await this.cmi();
    const [key] = Object.entries(stored).find(
      ([name, value]) => /^cmi\.objectives\.\d+\.id$/.test(name) && value === id,
    )!;
    return (element) => stored[key.replace(/id$/, element)];
  }
}
