import { formProblems } from '../../forms/form-problems';
import { signOffFields, signOffForm } from './sign-off.form';

const items = [
  { id: 'content', text: 'The content is right and up to date' },
  { id: 'plain', text: 'It is written in plain English' },
];
const whole = { 'answer-1': 'yes', 'note-1': '', 'answer-2': 'no', 'note-2': ' Jargon.\r\nMuch of it. ' };
const said = (form: unknown) => formProblems(signOffForm(items).safeParse(form).error).errors;

describe('signing off', () => {
  it('wants an answer to every line, and a decision', () => {
    expect(said(undefined)).toEqual([
      { href: '#answer-1', text: 'Select an answer: The content is right and up to date' },
      { href: '#answer-2', text: 'Select an answer: It is written in plain English' },
      { href: '#decision', text: 'Select whether you sign off this version' },
    ]);
  });

  it('wants a reason for a refusal, and no novel', () => {
    expect(said({ ...whole, decision: 'refused', reason: ' ' })).toEqual([
      { href: '#reason', text: 'Enter why you refuse' },
    ]);
    expect(said({ ...whole, decision: 'refused', reason: 'bad' })?.[0]?.text).toMatch(/^Say the reason/);
    expect(said({ ...whole, decision: 'refused', reason: 'x'.repeat(2001) })?.[0]?.text).toMatch(/2,000/);
    expect(said({ ...whole, 'note-1': 'x'.repeat(1001), decision: 'signed_off' })).toEqual([
      { href: '#note-1', text: 'A note must be 1,000 characters or fewer' },
    ]);
  });

  it('wants a note on each no of a sign-off, not of a refusal: its reason says it', () => {
    const silent = { ...whole, 'note-2': ' ' };
    expect(said({ ...silent, decision: 'signed_off' })).toEqual([
      {
        href: '#note-2',
        text: 'Enter what is wrong, or which finding says it: It is written in plain English',
      },
    ]);
    expect(said({ ...silent, decision: 'refused', reason: 'It is full of jargon' })).toBeUndefined();
  });

  it('records answers and notes by the ids of the checklist', () => {
    const checklist = {
      content: { answer: 'yes', note: '' },
      plain: { answer: 'no', note: 'Jargon.\nMuch of it.' },
    };
    expect(signOffForm(items).parse({ ...whole, decision: 'signed_off', reason: 'left over' })).toEqual({
      decision: 'signed_off',
      checklist,
      despiteNo: false,
    });
    expect(signOffForm(items).parse({ ...whole, decision: 'refused', reason: 'Part 3 is out of date.' })).toEqual({
      decision: 'refused',
      reason: 'Part 3 is out of date.',
      checklist,
    });
  });

  it('is not confused by what no browser sends', () => {
    expect(said({ 'answer-1': ['yes', 'no'], 'note-1': ['a'], 'answer-2': 'maybe', decision: 'both' })).toHaveLength(3);
  });

  it('shows what was recorded before', () => {
    expect(signOffFields(items, { decision: null, reason: '', checklist: null })).toEqual({});
    const before = {
      decision: 'refused' as const,
      reason: 'Why',
      checklist: { plain: { answer: 'no' as const, note: 'N' } },
    };
    expect(signOffFields(items, before)).toMatchObject({ decision: 'refused', 'answer-2': 'no', 'note-2': 'N' });
  });
});
