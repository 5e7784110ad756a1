import type { Frame, Page } from 'puppeteer';

/** Reads the golf examples from the first page to the last, answers every question right, and presses the course's own Exit. */
export async function playGolf(page: Page): Promise<void> {
  const sco = await frameWith(page, '#butNext');
  while (!(await sco.$eval('#butNext', (button) => (button as HTMLInputElement).disabled))) {
    await sco.click('#butNext');
  }
  const test = await frameWith(page, '#frmTest');
  await test.evaluate(() => {
    interface Question {
      Id: string;
      Type: string;
      Answers: string[];
      CorrectAnswer: unknown;
    }
    const { test: golf } = window as unknown as { test: { Questions: Question[] } };
    const field = (question: Question, part: string | number) =>
      document.getElementById(`question_${question.Id}_${part}`) as HTMLInputElement;
    for (const question of golf.Questions) {
      if (question.Type === 'choice') {
        field(question, question.Answers.indexOf(question.CorrectAnswer as string)).checked = true;
      } else if (question.Type === 'true-false') {
        field(question, question.CorrectAnswer === true ? 'True' : 'False').checked = true;
      } else {
        field(question, 'Text').value = String(question.CorrectAnswer);
      }
    }
    (window as unknown as { SubmitAnswers(): void }).SubmitAnswers();
  });
  await sco.click('#butExit');
}

/** The first frame that has the element, waiting for it. */
export async function frameWith(page: Page, selector: string, patienceMs = 15_000): Promise<Frame> {
  const until = performance.now() + patienceMs;
  while (performance.now() < until) {
    for (const frame of page.frames()) {
      const found = await frame.$(selector).catch(() => null);
      if (found) return frame;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`No frame shows ${selector} after ${patienceMs} ms, at ${page.url()}`);
}
