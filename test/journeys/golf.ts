import type { Frame, Page } from 'puppeteer';

/** In the page: its own list of questions says what is right. */
const ANSWER_ALL_RIGHT = `
  for (const question of test.Questions) {
    const field = (part) => document.getElementById('question_' + question.Id + '_' + part);
    if (question.Type === 'choice') field(question.Answers.indexOf(question.CorrectAnswer)).checked = true;
    else if (question.Type === 'true-false') field(question.CorrectAnswer === true ? 'True' : 'False').checked = true;
    else field('Text').value = String(question.CorrectAnswer);
  }
  SubmitAnswers();
`;

/** Reads the golf examples from the first page to the last, answers every question right, and presses the course's own Exit. */
export async function playGolf(page: Page): Promise<void> {
  const sco = await frameWith(page, '#butNext');
  while (!(await sco.$eval('#butNext', (button) => (button as unknown as { disabled: boolean }).disabled))) {
    await sco.click('#butNext');
  }
  await (await frameWith(page, '#frmTest')).evaluate(ANSWER_ALL_RIGHT);
  await sco.click('#butExit');
}

/** Reads a part of the golf examples to its last page. */
export async function readPart(page: Page): Promise<void> {
  const sco = await frameWith(page, '#butNext');
  while (!(await sco.$eval('#butNext', (button) => (button as unknown as { disabled: boolean }).disabled)))
    await sco.$eval('#butNext', (button) => (button as unknown as { click(): void }).click());
}

/** Answers a test of the golf examples. @param right else it is handed in as it is */
export async function answerTest(page: Page, right: boolean): Promise<void> {
  const test = await frameWith(page, '#frmTest');
  await test.evaluate(right ? ANSWER_ALL_RIGHT : 'SubmitAnswers()');
}

/** From the end of a module to what was recorded: SCORM 2004 content goes there itself, other content leaves it to the member. */
export async function goToResult(page: Page): Promise<void> {
  const offered = page.waitForSelector('.note--ended .button').then(
    (button) => button?.click(),
    () => undefined,
  );
  const there = page.waitForFunction(`location.pathname.endsWith('/finished')`);
  await Promise.all([there, Promise.race([offered, there])]);
}

/** The first frame that has the element, waiting for it. */
export async function frameWith(page: Page, selector: string, patienceMs = 15_000): Promise<Frame> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    for (const frame of page.frames()) {
      const found = await inFrame(frame, selector);
      if (found) return frame;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No frame shows ${selector} after ${patienceMs} ms, at ${page.url()}`);
}

/** A frame may go away while it is asked. */
async function inFrame(frame: Frame, selector: string): Promise<unknown> {
  try {
    return await frame.$(selector);
  } catch {
    return null;
  }
}
