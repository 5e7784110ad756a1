import type { Visitor } from '../scene';
import { inDays, typeDay } from './forms';
import { says, type Stage } from './stage';

/** From now on the certificates of a scheme wait for an officer. */
export async function letOfficersIssue(officer: Visitor, scheme: string): Promise<void> {
  await officer.open('/admin/batches');
  await officer.pressAt(`::-p-xpath(//form[contains(@action, "who-issues")][contains(., "${scheme}")]//button)`);
  await says(officer, 'From now on these certificates wait for an officer.');
}

/** For something that Induct did not see. */
export async function issueByHand(
  { ruth, daniel }: Stage,
  { name, scheme }: { name: string; scheme: string },
): Promise<void> {
  await ruth.open(`/admin/by-hand/new?q=${encodeURIComponent(name)}`);
  await ruth.press(name);
  await ruth.tickIn('scheme', scheme);
  await typeDay(ruth, 'achieved', inDays(0));
  await ruth.type('shown', 'The county’s course of one day, with its test');
  await ruth.type('reason', 'It was held elsewhere. The paper is in the members’ file.');
  await ruth.shoot('issue-by-hand');
  await ruth.press('Propose to issue it');
  await says(ruth, 'Your proposal waits for a second officer');
  await daniel.open('/admin/by-hand');
  await daniel.press(`${name}: ${scheme}`);
  await daniel.tick('Yes, issue it');
  await daniel.shoot('confirm-by-hand');
  await daniel.press('Continue');
  await says(daniel, 'The certificate is issued.');
}
