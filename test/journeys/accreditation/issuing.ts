import assert from 'node:assert/strict';
import type { Visitor } from '../scene';
import { inDays, typeDay } from './forms';
import { says, type Stage } from './stage';

/** From now on the certificates of a scheme wait for an officer. */
export async function letOfficersIssue(officer: Visitor, scheme: string): Promise<void> {
  await officer.open('/admin/batches');
  await officer.page.click('#who-issues summary');
  await officer.pressAt(`::-p-xpath(//form[contains(@action, "who-issues")][contains(., "${scheme}")]//button)`);
  await says(officer, 'From now on these certificates wait for an officer.');
}

/**
 * Waits until so many certificates of a scheme can be downloaded: members of the demo council may have others.
 * @param insteadOf the number of one that is replaced
 * @returns the newest one's number
 */
export async function certificateComes(
  member: Visitor,
  scheme: string,
  { many = 1, insteadOf }: { many?: number; insteadOf?: string } = {},
): Promise<string> {
  const downloads = `::-p-xpath(//section[contains(@class, "induct-certificate")][.//h2[contains(., "${scheme}")]]//a[@download and contains(@class, "govuk-button")])`;
  for (let tries = 0; tries < 150; tries++) {
    await member.open('/certificates');
    const links = await member.page.$$eval(downloads, (all) => all.map((link) => link.getAttribute('href')!));
    const numbers = links.map((link) => link.split('/').at(-2)!).filter((number) => number !== insteadOf);
    if (numbers.length >= many) return numbers[0]!;
    await new Promise((done) => setTimeout(done, 200));
  }
  assert.fail(`The certificate of ${scheme} never came`);
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
