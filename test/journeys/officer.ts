import type { Visitor } from './scene';

export interface Description {
  title: string;
  summary: string;
  minutes: number;
  core: boolean;
}

/** @param module whose new version it is: the last part of its address; @returns the address of the version */
export async function upload(officer: Visitor, file: string, module?: string): Promise<string> {
  await officer.open(`/admin/uploads/new${module ? `?module=${module}` : ''}`);
  await officer.shoot('upload-form');
  const field = await officer.page.$('input[type=file]');
  await (field as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  await officer.page.click('form[data-upload] button[type=submit], form[data-upload] .govuk-button');
  await officer.waitForText('Go on to testing', 60_000);
  await officer.shoot('upload-report');
  await officer.press('Go on to testing');
  await officer.shoot('version-uploaded');
  return officer.address;
}

/** @returns the address of the round */
export async function openRound(
  officer: Visitor,
  version: string,
  { testers, quorum, focus }: { testers: readonly string[]; quorum: number; focus: string },
): Promise<string> {
  await officer.open(`${version}/round`);
  for (const tester of testers) await officer.tick(tester);
  await officer.type('quorum', String(quorum));
  await officer.type('focus', focus);
  await officer.shoot('open-a-round');
  await officer.press('Open the round');
  await officer.shoot('round-opened');
  return officer.address;
}

/** What a new version means for people who were there before. */
export interface Refresh {
  policy: string;
  halfWay: string;
  changeNote?: string;
  retakeBy?: { day: string; month: string; year: string };
}

/** @param refresh what it means for people who were there before, when somebody was */
export async function publish(
  officer: Visitor,
  version: string,
  { title, summary, minutes, core }: Description,
  refresh?: Refresh,
): Promise<void> {
  await officer.open(version);
  await officer.shoot('version-ready');
  await officer.press('Publish this version');
  await officer.type('title', title);
  await officer.type('summary', summary);
  await officer.type('minutes', String(minutes));
  await officer.tickIn('core', core ? 'Yes' : 'No');
  if (refresh) {
    await officer.tick(refresh.policy);
    await officer.tick(refresh.halfWay);
    if (refresh.changeNote) await officer.type('changeNote', refresh.changeNote);
    for (const [part, value] of Object.entries(refresh.retakeBy ?? {})) await officer.type(`retakeBy-${part}`, value);
  }
  await officer.shoot('publish');
  await officer.press('Continue');
  await officer.shoot('publish-check');
  await officer.pressAt('button[name=confirmed]');
  await officer.shoot('published');
}
