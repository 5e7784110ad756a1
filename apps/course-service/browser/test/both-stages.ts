import type { Cmi } from '../launch/launch-state';
import { Stage } from './stage';
import { Visit } from './visit';
import { TestBrowser } from '../../../../test/support/test-browser';

/** A player of each standard, and a browser that visits them. What a visit changed is as before for the next one. */
export class BothStages {
  private readonly visits: Visit[] = [];

  private constructor(
    private readonly browser: TestBrowser,
    readonly scorm12: Stage,
    readonly scorm2004: Stage,
  ) {}

  static async open(): Promise<BothStages> {
    const browser = await TestBrowser.connect();
    return new BothStages(browser, await Stage.open('scorm_12'), await Stage.open('scorm_2004'));
  }

  /** @param initialCmi what was stored before */
  async visit(stage: Stage, initialCmi: Cmi = {}): Promise<Visit> {
    stage.state.scos.one!.initialCmi = initialCmi;
    const arrived = await Visit.to(stage, this.browser);
    this.visits.push(arrived);
    return arrived;
  }

  async endVisits(): Promise<void> {
    for (const one of this.visits.splice(0)) await one.end();
    for (const stage of [this.scorm12, this.scorm2004]) {
      stage.commits.length = 0;
      stage.held = undefined;
      stage.answer = (body) => stage.good(body);
      stage.state.scos.one!.initialCmi = {};
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.scorm12.close();
    await this.scorm2004.close();
  }
}
