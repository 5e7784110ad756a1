import { caseScriptOf } from './case-script';
import { commandsOf } from './commands';
import { isSameValue } from './compare';
import { stepsOf } from './instruction';
import { wordsOf } from './properties';
import { totalsOf } from './report';
import { faultOf } from './verdict';

const words = wordsOf(`## short names
I=doInitialize
GET=doGetValue
SET=doSetValue
COI=compareObjIds
a=adl
c=cmi
n=nav
r=request
tar={target=%s}
TY.c=choice
OB=objectives
SS=success_status
INTR=interactions
unk=unknown
t=true`);
const command = (line: string) => commandsOf(line, words)[0]!;

describe('the cases of the conformance suite', () => {
  it.each([
    ['GET->c~SS->unk->0', 'doGetValue', 'cmi.success_status', '', 'unknown'],
    ['SET->c~OB~&first&~SS!unk->t->0', 'doSetValue', 'cmi.objectives.&first&.success_status', 'unknown', 'true'],
    ['SET->a~n~r!tar~activity_2~TY.c->t->0', 'doSetValue', 'adl.nav.request', '{target=activity_2}choice', 'true'],
    ['SET->c~SS!->f->406', 'doSetValue', 'cmi.success_status', '', 'f'],
    ['GET->c~INTR~8~SS!TY.c->->403', 'doGetValue', 'cmi.interactions.8.success_status', '', ''],
  ])('say what is called: %s', (line, call, name, value, answer) => {
    expect(command(line)).toMatchObject({ call, name, value, expected: { answer } });
  });

  it('are visits in their order, with what is asked, run and told', () => {
    const script = caseScriptOf(
      'title=X-01\nstart=.\nUserInterAct=\nAct1V1.UIQ=continue.enabled~previous.disabled\nAct1V1.UIA=Y~N\n' +
        'Act1V1.commands.0=I->->t->0\nAct1V1.CUI=Choice~Activity 2\n####\nAct2V1.commands.0=SET->c~SS!un\\\nk->t->0\n' +
        'Act1V2.commands.0=I->->t->0',
      words,
    );
    expect(script.visits.map(({ activity, commands }) => [activity, commands.length])).toEqual([
      ['1', 1],
      ['2', 1],
      ['1', 1],
    ]);
    expect(script.visits[0]).toMatchObject({
      questions: ['continue.enabled', 'previous.disabled'],
      answers: ['Y', 'N'],
    });
    expect(script.visits[1]!.commands[0]!.value).toBe('unknown');
  });

  it.each([
    ['trigger a <b>Previous</b> Navigation Event.', [{ press: 'previous' }]],
    ['please target <b>Activity 3</b> for a Choice Navigation Event.', [{ choose: 'Activity 3' }]],
    ['please launch <b>Test 2</b>.', [{ choose: 'Test 2' }]],
    [
      'please exit the package/course and <b>launch</b> LMS Test Content Package <b>B-1</b>.',
      [{ press: 'exit-all' }, { waitForTheEnd: true }, { launch: 'B-1' }],
    ],
    [
      'The current learner attempt should end. Please <b>relaunch</b> LMS Test Content Package X and choose <b>Test 1</b>.',
      [{ waitForTheEnd: true }, { launch: 'X' }, { choose: 'Test 1' }],
    ],
    [
      'attempt should end, but the Sequencing Session will remain active. Please choose <b>the root</b>.',
      [{ choose: 'the root' }],
    ],
  ])('tell the tester what to do: %s', (told, steps) => {
    expect(stepsOf('Told', () => told)).toEqual(steps);
  });

  it.each([
    ['cmi.score.raw', '0.5', '0.50', true],
    ['cmi.score.raw', '0.5', '0.6', false],
    ['cmi.total_time', 'P29D', 'PT696H', true],
    ['cmi.total_time', 'P29D', 'PT0S', false],
    ['cmi.interactions.0.timestamp', '2004-04-01T10:00:00.10', '2004-04-01T10:00:00', true],
    ['cmi.objectives._children', 'id,score', 'score,id', true],
    ['cmi.interactions.0.correct_responses.0.pattern', '{lang=en}{case_matters=true}a', '{case_matters=true}a', true],
    ['cmi.success_status', 'passed', 'failed', false],
  ])('%s: %s may be answered as %s: %s', (element, expected, given, isSame) => {
    expect(isSameValue(element, expected, given)).toBe(isSame);
  });

  it('find what an answer has wrong', () => {
    const get = command('GET->c~SS->unk->0');
    expect(faultOf(get, { answer: 'unknown', error: '0' }, 'me')).toBeUndefined();
    expect(faultOf(get, { answer: 'unknown', error: '403' }, 'me')).toContain('error 403');
    expect(faultOf(get, { answer: 'passed', error: '0' }, 'me')).toContain('"passed"');
    const ids = command('COI->first,second');
    expect(faultOf(ids, { ids: ['second', 'first'] }, 'me')).toBeUndefined();
    expect(faultOf(ids, { ids: ['first'] }, 'me')).toContain('second');
  });

  it('are counted by group', () => {
    const result = (name: string, ...faults: string[]) => ({
      name,
      faults,
      visits: [1, 1] as [number, number],
      seconds: 1,
    });
    expect(totalsOf([result('A-1'), result('A-2', 'wrong'), result('B-1')])).toEqual({
      A: { passed: 1, of: 2 },
      B: { passed: 1, of: 1 },
      all: { passed: 2, of: 3 },
    });
  });
});
