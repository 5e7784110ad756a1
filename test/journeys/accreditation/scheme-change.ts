import type { Visitor } from '../scene';
import { step } from '../step';
import { inDays, select, typeDay } from './forms';
import { doesNotSay, says, type Stage, until } from './stage';

/** A line of the form: what it asks for, how far in it stands, and how many of those below it are enough. */
export interface Line {
  what: string;
  in?: 1 | 2;
  count?: number;
}

/** How long an award lasts, in months. */
export interface Lasting {
  months: number;
  opens: number;
}

/** Planning is asked for otherwise: two officers, and everybody knows beforehand what it does to whom. */
export async function schemeChange({ ruth, daniel }: Stage): Promise<void> {
  await step('an officer drafts the next version of a scheme', async () => {
    await ruth.open('/admin/schemes');
    await ruth.shoot('schemes');
    await ruth.press('Planning');
    await ruth.press('Draft a new version');
    await fillDraft(
      ruth,
      [
        { what: 'Core skills' },
        { what: 'One of the lines below' },
        { what: 'Serving on the planning committee', in: 1 },
        { what: 'Equality and diversity', in: 1 },
      ],
      { months: 24, opens: 3 },
    );
    await ruth.shoot('draft');
    await ruth.press('Save the draft');
    await says(ruth, 'Edition 2 of Planning');
  });
  await step('asks what it would change, and changes nothing', async () => {
    await ruth.shoot('not-worked-out-yet');
    await ruth.press('Work out what would change');
    await until(ruth, '/admin/schemes/planning/effects', /Worked out at/);
    await ruth.shoot('what-would-change');
    await says(ruth, /This version changes something for \d+ (person|people)\./, 'Person by person', 'Gains it');
  });
  await step('proposes it, and may not adopt it alone', async () => {
    await ruth.press('Propose this version');
    await ruth.shoot('proposed');
    await says(ruth, 'another officer adopts it');
    await doesNotSay(ruth, 'Adopt it');
  });
  await step('a second officer reads it and adopts it', async () => {
    await daniel.open('/admin/schemes/planning/effects');
    await says(daniel, 'Ruth Calloway proposed this version');
    await daniel.tick('Adopt it');
    await daniel.shoot('second-officer-decides');
    await daniel.press('Decide');
    await daniel.shoot('adopted');
    await says(daniel, 'Edition 2');
  });
  await step('beside each person stands what became of them', async () => {
    await daniel.press('What it changed');
    await until(daniel, `${daniel.address}${new URL(daniel.page.url()).search}`, /It has been done for everybody/);
    await daniel.shoot('what-it-changed');
    await says(daniel, 'each as it was said', 'It came as it was said.');
  });
}

/** A new scheme, from its name to its adoption, without pictures. @returns its address at the desk */
export async function adoptedScheme(
  { ruth, daniel }: Stage,
  name: string,
  { lines, lasting, before }: { lines: readonly Line[]; lasting: Lasting; before?: () => Promise<void> },
): Promise<string> {
  await ruth.open('/admin/schemes/new');
  await ruth.type('name', name);
  await ruth.press('Go on to what it asks for');
  await fillDraft(ruth, lines, lasting);
  await ruth.press('Save the draft');
  const effects = ruth.address;
  await before?.();
  await ruth.open(effects);
  await ruth.press('Work out what would change');
  await until(ruth, effects, /Worked out at/);
  await ruth.press('Propose this version');
  await daniel.open(effects);
  await daniel.tick('Adopt it');
  await daniel.press('Decide');
  await says(daniel, 'Edition 1');
  return effects.replace(/\/effects$/, '');
}

async function fillDraft(officer: Visitor, lines: readonly Line[], { months, opens }: Lasting): Promise<void> {
  while (await officer.page.$('button[name=press][value^=remove-]')) {
    await officer.pressAt('button[name=press][value^=remove-]');
  }
  for (const [at, { what, in: depth = 0, count }] of lines.entries()) {
    await officer.pressAt(`button[name=press][value="add-${Math.max(0, at - 1)}"]`);
    const stands = () =>
      officer.page.$eval(`[name="line-${at}-depth"]`, (field) => Number((field as unknown as { value: string }).value));
    for (let from = await stands(); from !== depth; from = await stands()) {
      await officer.pressAt(`button[name=press][value="${from < depth ? 'in' : 'out'}-${at}"]`);
    }
    await select(officer, `line-${at}-what`, what);
    if (count) await officer.type(`line-${at}-count`, String(count));
  }
  await typeDay(officer, 'from', inDays(0));
  await officer.tick('A number of months');
  await officer.type('months', String(months));
  await officer.type('opens', String(opens));
  await officer.type('grace', '30');
  await officer.tick('They keep it as it is to its last day');
}
