import { randomUUID } from 'node:crypto';
import { formProblems } from '../../forms/form-problems';
import { FINDING_FORMS, type FindingAct } from './finding.forms';

const said = (act: FindingAct, form: object) =>
  formProblems(FINDING_FORMS[act].safeParse(form).error).errors?.map(({ text }) => text);

describe('the forms of a finding', () => {
  it.each([
    ['comment', {}, 'Enter a comment'],
    ['comment', { text: ' \r\n ' }, 'Enter a comment'],
    ['comment', { text: 'x'.repeat(4001) }, 'The comment must be 4,000 characters or fewer'],
    ['answer', { text: '' }, 'Enter an answer'],
    ['assign', { assignee: 'somebody' }, 'Choose a person from the list'],
    ['assign', {}, 'Choose a person from the list'],
    ['fixed', { version: '' }, 'Select the version it is fixed in'],
    ['will-not-fix', { reason: '' }, 'Enter why it will not be fixed'],
    ['will-not-fix', { reason: 'no' }, 'Say the reason so that others understand it: 10 characters or more'],
    ['reopen', {}, 'Enter what is still wrong'],
    ['severity', { severity: 'fatal' }, 'Select how serious it is'],
    ['withdraw', {}, 'Tick the box if you want to withdraw the finding'],
  ] as [FindingAct, object, string][])('%s says what is wrong with %o', (act, form, text) => {
    expect(said(act, form)).toEqual([text]);
  });

  it('take what is typed', () => {
    const id = randomUUID();
    expect(FINDING_FORMS.comment.parse({ text: ' One.\r\nTwo. ' })).toEqual({ text: 'One.\nTwo.' });
    expect(FINDING_FORMS.assign.parse({ assignee: '' })).toEqual({ assignee: null });
    expect(FINDING_FORMS.assign.parse({ assignee: id })).toEqual({ assignee: id });
    expect(FINDING_FORMS.fixed.parse({ version: id })).toEqual({ version: id, text: '' });
    expect(FINDING_FORMS.confirm.parse({})).toEqual({ text: '' });
  });
});
