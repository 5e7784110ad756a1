import { startFields } from './answers';
import { startChecks } from './checks';
import { startContents } from './contents';
import { councilWords, sayCouncilWords } from './council-words';
import { linkContacts } from './contact-links';
import type { Course } from './course';
import { all, onPress } from './dom';
import { startFilms } from './films';
import { startTest } from './final-test';
import { startHandOut } from './hand-out';
import { LearnerRecord } from './learner-record';
import { readMemory, withoutLostQuestions } from './memory';
import { mixScreens } from './mixing';
import { notice } from './notice';
import { startResult } from './result';
import { startScenarios } from './scenarios';
import { scorm12 } from './scorm-12';
import { scorm2004 } from './scorm-2004';
import { newSeed } from './shuffle';
import { startSources } from './sources';
import { Visit } from './visit';

declare global {
  interface Window {
    course: Course;
  }
}

document.documentElement.classList.toggle('framed', window.parent !== window);
sayCouncilWords(councilWords(window));
linkContacts(all('.council'));
const { course } = window;
const record = LearnerRecord.open(window, course.standard === 'scorm_2004' ? scorm2004 : scorm12);
record.begin(course.objectives);
const memory = readMemory(record.memory);
memory.test = withoutLostQuestions(memory.test, course.bank);
memory.seed ||= newSeed(Math.random);
const visit = new Visit(course, record, memory, record.passed);

mixScreens(course, memory.seed);
startFields();
startChecks(visit);
startScenarios(visit);
startFilms(visit);
startTest(visit);
startResult(visit);
startContents(visit);
startHandOut();
startSources();

onPress('[data-next]:not([type=submit])', () => visit.step(1));
onPress('[data-back]', () => visit.step(-1));
document.addEventListener('click', (event) => {
  const target = (event.target as Element).closest<HTMLElement>('[data-goto]')?.dataset.goto;
  if (target) visit.go(target === 'test' && visit.passed ? 'result' : target);
});

// In a platform's frame the first screen must not pull the focus out of the platform's own page.
const { place } = record;
visit.go(place, { focus: false });
if (!record.connected)
  notice('preview', 'Preview: this page is not connected to a learning platform, so nothing is recorded.');
else if (visit.place === place && visit.place !== visit.places[0])
  notice('resumed', 'Welcome back. You are where you left off.');
visit.onArrival(() => notice('resumed', ''));

window.addEventListener('pagehide', () => record.close());
document.addEventListener('visibilitychange', () =>
  document.visibilityState === 'hidden' ? record.pause() : record.resume(),
);
// A page that the browser took out of its memory has ended its session with the platform: it begins a new one.
window.addEventListener('pageshow', (event) => event.persisted && location.reload());
