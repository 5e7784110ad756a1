import { PERSONAS } from '../../../apps/standalone/src';
import type { Visitor } from '../scene';
import { step } from '../step';
import { type GuideStage, somebody } from './guide-stage';

const EVENT = 'A morning on the code of conduct';

/** The year, a session, its register, and what is called what in Welsh. */
export async function programmeAtTheDesk(officer: Visitor): Promise<void> {
  await step('an officer looks at the programme, a session and its register', async () => {
    await officer.open('/admin/programme');
    await officer.shoot('programme-year');
    await officer.press(EVENT);
    await officer.shoot('a-session');
    await officer.press('Who was there');
    await officer.shoot('register-of-attendance');
    await officer.open('/admin/welsh-names');
    await officer.shoot('names-in-welsh');
  });
}

export async function programmeOfMembers(stage: GuideStage): Promise<void> {
  await step('a member looks at the programme', async () => {
    const member = await somebody(stage);
    await member.signInAs(PERSONAS.halfWay.says);
    await member.open('/programme');
    await member.shoot('programme');
    await member.leave();
  });
}
