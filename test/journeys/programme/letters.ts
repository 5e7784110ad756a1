import assert from 'node:assert/strict';
import { MEMBERS } from '../../../apps/standalone/src';
import { until } from '../accreditation/stage';
import type { Visitor } from '../scene';

/** Opens the newest letter to a member with this subject, as soon as it is there. @returns its calendar entry */
export async function calendarOf(visitor: Visitor, name: string, subject: string): Promise<string> {
  const { email } = MEMBERS.find((one) => one.name === name)!;
  const box = `/mailbox?to=${encodeURIComponent(email)}`;
  const literal = subject.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  await until(visitor, box, new RegExp(literal));
  await visitor.press(subject);
  const file = await visitor.page.$('a[href$="invite.ics"]');
  assert.ok(file, `the letter “${subject}” brings no calendar entry`);
  const href = await file.evaluate((link) => link.getAttribute('href')!);
  // Long lines are folded.
  return Buffer.from(await visitor.download(href))
    .toString()
    .replaceAll('\r\n ', '');
}
