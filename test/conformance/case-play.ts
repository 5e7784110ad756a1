import type { Browser, BrowserContext, Page } from 'puppeteer';
import type { CaseScript, Visit } from './case-script';
import type { Member, TrialCouncil } from './council';
import { Hearing, type SaidAs } from './hearing';
import { type Step, stepsOf } from './instruction';
import { PlayerPage } from './player';
import { type Said, standIn } from './stand-in';
import type { Suite } from './suite';
import { packageOf } from './suite-package';
import { faultOf } from './verdict';

/** How a case went; it has passed when there are no faults. */
export interface CaseResult {
  name: string;
  faults: string[];
  /** Visits that took place as they should, of all. */
  visits: [number, number];
  seconds: number;
}

const OPENS_BY_ITSELF_MS = 1500;

/** Ends a case: what follows would rest on what did not happen. */
class CannotGoOn extends Error {}

/** Plays one case as a member of the council would, and a tester beside them. */
export async function playCase(
  script: CaseScript,
  { suite, council, browser, member }: { suite: Suite; council: TrialCouncil; browser: Browser; member: Member },
): Promise<CaseResult> {
  const began = performance.now();
  const result: CaseResult = { name: script.name, faults: [], visits: [0, script.visits.length], seconds: 0 };
  const context = await browser.createBrowserContext();
  try {
    const addresses = new Map<string, string>();
    for (const name of suite.packagesOf(script))
      addresses.set(name, await council.publish(name, await packageOf(suite, name)));
    await context.setCookie({ ...member.cookie, domain: 'localhost', path: '/', httpOnly: true });
    await new CasePlay(script, suite, addresses, context, member.id, result).play();
  } catch (error) {
    result.faults.push(error instanceof CannotGoOn ? error.message : String(error));
  } finally {
    await context.close().catch(() => undefined);
  }
  result.seconds = Math.round(performance.now() - began) / 1000;
  return result;
}

class CasePlay {
  private page!: Page;
  private player!: PlayerPage;
  private hearing!: Hearing;
  private next = 0;
  private hasJustBeenLaunched = false;

  constructor(
    private readonly script: CaseScript,
    private readonly suite: Suite,
    private readonly addresses: ReadonlyMap<string, string>,
    private readonly context: BrowserContext,
    private readonly learnerId: string,
    private readonly result: CaseResult,
  ) {}

  async play(): Promise<void> {
    const { visits, start, asksWhetherEnded } = this.script;
    const [first = ''] = this.addresses.keys();
    await this.launch(this.addresses.has(start) ? start : first);
    if (start !== '.' && !this.addresses.has(start)) await this.take({ choose: start });
    for (this.next = 0; this.next < visits.length;) {
      const visit = visits[this.next]!;
      await this.visited(visit);
      this.result.visits[0] = ++this.next;
      // Also after the last: a tester who is told to leave leaves, and what a case has left behind is what the next one finds.
      for (const step of stepsOf(visit.instruction, this.suite.instructions)) await this.take(step);
    }
    await this.player.hasEverything();
    if (asksWhetherEnded && !(await this.player.hasEnded())) this.result.faults.push('The session has not ended');
  }

  /** Opens a package from its page in the members' area, in a tab of its own: what an earlier one says is heard no more. */
  private async launch(name: string): Promise<void> {
    const address = this.addresses.get(name);
    if (!address) throw new CannotGoOn(`There is no package ${name}`);
    await this.player?.hasEverything();
    await this.page?.close();
    this.page = await this.context.newPage();
    await this.page.setViewport({ width: 1280, height: 800 });
    this.hearing = await Hearing.of(this.page);
    const visits = this.script.visits.map(({ activity, questions, commands }) => ({
      activity,
      questions: questions.join('~'),
      commands: commands.map(({ call, name: element, value }) => ({ call, name: element, value })),
    }));
    await this.page.evaluateOnNewDocument(standIn, { name: this.script.name, visits, next: this.next });
    this.player = new PlayerPage(this.page, rootTitle(this.suite.manifestOf(name)));
    await this.page.goto(address);
    await Promise.all([this.page.waitForNavigation(), this.page.click('form[action$="/start"] button')]);
    this.hasJustBeenLaunched = true;
  }

  private async visited(visit: Visit): Promise<void> {
    const came = await this.hears('came', `Activity ${visit.activity} was expected, and nothing came`);
    if (came.case !== this.script.name || came.activity !== visit.activity)
      throw new CannotGoOn(`Activity ${visit.activity} was expected, and ${came.activity} came`);
    if (visit.questions.length > 0) await this.inspect(visit);
    if (visit.commands.length > 0) {
      const { outcomes } = await this.hears('ran', `Activity ${visit.activity} did not run`);
      for (const [index, command] of visit.commands.entries()) {
        const fault = faultOf(command, outcomes[index] ?? { failed: 'was not run' }, this.learnerId);
        if (fault) this.result.faults.push(`Activity ${visit.activity} (visit ${this.next + 1}): ${fault}`);
      }
    }
    await this.hears('instructed', `Activity ${visit.activity} did not come to its end`);
  }

  private async inspect(visit: Visit): Promise<void> {
    for (const [index, question] of visit.questions.entries()) {
      const expected = visit.answers[index] ?? '';
      if (!(await this.player.answers(question, expected)))
        this.result.faults.push(`Activity ${visit.activity} (visit ${this.next + 1}): ${question} is not ${expected}`);
    }
    await this.player.submitAnswers(visit.questions);
  }

  private async hears<Kind extends 'came' | 'ran' | 'instructed'>(kind: Kind, otherwise: string) {
    const said: Said | undefined = await this.hearing.next(kind);
    if (said === undefined) throw new CannotGoOn(otherwise);
    if (said.kind === 'stopped') throw new CannotGoOn(said.why);
    return said as SaidAs<Kind>;
  }

  private async take(step: Step): Promise<void> {
    if ('launch' in step) return this.launch(step.launch);
    let why: string | undefined;
    if ('press' in step) why = await this.player.press(step.press);
    else if ('choose' in step) why = (await this.cameByItself()) ? undefined : await this.player.choose(step.choose);
    else if (!(await this.player.hasEnded())) why = 'the attempt has not ended';
    if (why) throw new CannotGoOn(`After visit ${this.next}: ${why}`);
  }

  /** What is to be chosen right after a launch may have been opened by the player. */
  private async cameByItself(): Promise<boolean> {
    if (!this.hasJustBeenLaunched) return false;
    this.hasJustBeenLaunched = false;
    const came = await this.hearing.peek('came', OPENS_BY_ITSELF_MS);
    return came !== undefined && came.activity === this.script.visits[this.next]?.activity;
  }
}

const rootTitle = (manifest: string): string =>
  /<organization\b[^>]*>\s*<title>([^<]*)<\/title>/.exec(manifest)?.[1]?.trim() ?? '';
