import {
  type Draft,
  type DraftCheck,
  type Question,
  type QuestionList,
  readDetails,
  readQuestions,
  screensOf,
  textOf,
} from '@induct/authoring';
import { britishTimeAndDate, w } from '@induct/platform';
import { counted, figure } from '../../words/counted';
import { draftHref, placeHref, questionHref, type Remark, remarksAt, screenHref } from './frame/addresses';
import type { PackageRow } from './drafts.queries';
import { kindItems, kindNames } from './questions/question.fields';

const NEWS: Record<string, string> = {
  begun: 'The module is there. Everything you change is kept, and can be taken back in its history.',
  'brought-in': 'The folder is in. Everything you change is kept, and can be taken back in its history.',
  removed: 'Removed. Its history brings it back if you want it again.',
  saved: 'Saved.',
  back: 'It is back, as it was.',
  screens: 'The screens are there. Open each, and add its parts.',
};

export function outlineView(
  draft: Draft,
  { problems, figures }: DraftCheck,
  packages: readonly PackageRow[],
  done?: string,
) {
  const { id, files } = draft;
  const questions = readQuestions(textOf(files, 'questions.yaml'));
  const screens = screensOf(files);
  const details = readDetails(textOf(files, 'module.yaml'));
  const stopping = problems.filter(({ stops }) => stops).length;
  const toMend = problems.filter(({ isError }) => isError).length - stopping;
  const toLookAt = problems.length - toMend - stopping;
  const row = (list: QuestionList) => (question: Question, at: number, all: readonly Question[]) => ({
    id: question.id,
    words: question.question,
    kind: kindNames()[question.kind]?.name ?? question.kind,
    href: questionHref(id, list, question.id),
    list,
    isFirst: at === 0,
    isLast: at === all.length - 1,
    remarks: remarksAt(problems, (place) => place.at === 'question' && place.list === list && place.id === question.id),
  });
  return {
    draft: { id, title: draft.title, href: draftHref(id) },
    news: done !== undefined && Object.hasOwn(NEWS, done) && NEWS[done],
    figures: [
      counted(screens.length, 'screen'),
      counted(questions.checks.length, 'knowledge check'),
      counted(questions.test.length, 'question of the test', 'questions of the test'),
      `${details.minutes} minutes`,
      ...(figures.words > 0 ? [readsAs(figures)] : []),
    ],
    stopping: stopping > 0 && counted(stopping, 'thing keeps', 'things keep'),
    toMend: toMend > 0 && counted(toMend, 'thing has', 'things have'),
    toLookAt: toLookAt > 0 && counted(toLookAt, 'thing is', 'things are'),
    remarks: problems
      .filter(({ place }) => ['module', 'details', 'review', 'picture'].includes(place.at))
      .map(({ isError, stops, words, place }) => ({
        isError,
        stops,
        words,
        href: place.at === 'module' ? undefined : placeHref(id, place),
      })),
    screens: screens.map((screen, at) => ({
      ...screen,
      href: screenHref(id, screen.id),
      isFirst: at === 0,
      isLast: at === screens.length - 1,
      remarked: remarked(remarksAt(problems, (place) => place.at === 'screen' && place.screen === screen.id)),
    })),
    places: [
      { value: '0', text: 'At the beginning' },
      ...screens.map(({ number, title }) => ({
        value: String(number),
        text: `After ${number}. ${title}`,
        selected: number === screens.length,
      })),
    ],
    lists: (['checks', 'test'] as const).map((list) => ({
      list,
      questions: questions[list].map(row(list)),
      remarks: remarksAt(problems, (place) => place.at === 'questions' && place.list === list),
    })),
    kinds: kindItems(),
    packages: packages.map((one) => ({
      when: britishTimeAndDate(one.createdAt),
      revision: one.revision,
      href:
        one.slug && one.version
          ? `/admin/modules/${one.slug}/versions/${one.version}`
          : `/admin/uploads/${one.uploadId}`,
      version: one.version,
      wentWrong: one.state === 'refused' || one.state === 'failed',
      isRunning: !one.version && one.state !== 'refused' && one.state !== 'failed',
    })),
  };
}

/** "2 remarks: 1 stops the build". */
function remarked(remarks: readonly Remark[]): string | undefined {
  if (remarks.length === 0) return undefined;
  const stopping = remarks.filter(({ stops }) => stops).length;
  const toMend = remarks.filter(({ isError }) => isError).length - stopping;
  const which = [
    ...(stopping > 0 ? [stopping === 1 ? w`${figure(1)} stops the build` : w`${figure(stopping)} stop the build`] : []),
    ...(toMend > 0 ? [w`${figure(toMend)} to mend`] : []),
  ];
  const all = counted(remarks.length, 'remark');
  return which.length > 0 ? `${all}: ${which.join(', ')}` : all;
}

/** The youngest that the figure is said of: below, the formula counts letters of short sentences, and says nothing of who understands them. */
const YOUNGEST = 9;

/** By every word, as other tools say it: the measure in which familiar words are short is for comparing screens. */
const readsAs = ({ ageOfEveryWord, wordsASentence }: DraftCheck['figures']): string => {
  const length = w`${figure(Math.round(wordsASentence))} words a sentence`;
  const age = Math.round(ageOfEveryWord);
  return age <= YOUNGEST ? w`easy to read, ${length}` : w`reading age ${figure(age)}, ${length}`;
};
