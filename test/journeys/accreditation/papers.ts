import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from '../scene';
import { hand, inDays, typeDay } from './forms';
import type { Stage } from './stage';

/** A certificate of somebody else's, as a PDF. @returns where it lies */
export async function paperOf({ browser, folder }: Stage, name: string, course: string): Promise<string> {
  const page = await browser.newPage();
  await page.setContent(`<h1>Certificate of attendance</h1><p>${name}</p><p>${course}</p>`);
  const path = join(folder, 'certificate-from-elsewhere.pdf');
  writeFileSync(path, await page.pdf({ format: 'A4' }));
  await page.close();
  return path;
}

/** What a member has done elsewhere. */
export interface Elsewhere {
  /** As the form names it. */
  kind: 'Learning you did before' | 'A recording you watched' | 'A certificate from elsewhere';
  words: string;
  daysAgo: number;
  file?: string;
}

/** Fills the form in, and leaves it unsent. @param slug of what is asked for */
export async function fillClaim(member: Visitor, slug: string, { kind, words, daysAgo, file }: Elsewhere) {
  await member.open(`/standing/${slug}/claim`);
  await member.tick(kind);
  await typeDay(member, 'done', inDays(-daysAgo));
  await member.type('words', words);
  if (file) await hand(member, 'file', file);
}

/** The oldest claim that waits of somebody is accepted. @param name the member's @param title of what is asked for */
export async function acceptClaim(officer: Visitor, name: string, title: string, words: string, picture?: string) {
  await officer.open('/admin/claims');
  await officer.press(`${name}: ${title}`);
  await officer.tick('Accept it');
  await officer.type('words', words);
  if (picture) await officer.shoot(picture);
  await officer.press('Put on record');
}
