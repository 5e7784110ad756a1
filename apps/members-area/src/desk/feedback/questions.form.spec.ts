import { formProblems } from '../../forms/form-problems';
import { questionFields, QuestionsForm } from './questions.form';

const read = (form: Record<string, unknown>) => QuestionsForm.safeParse(form);

describe('the questions about a session', () => {
  it('are those with words, to be chosen or written, and read back as they are shown', () => {
    const form = {
      revision: '3',
      words1: 'How was it?',
      options1: 'Good\r\n\r\nPoor\r\n',
      words3: 'What was best?',
      options3: '',
      options4: 'Lost',
    };
    const { data } = read(form);
    expect(data).toEqual({
      seen: 3,
      questions: [
        { kind: 'choice', words: 'How was it?', options: ['Good', 'Poor'] },
        { kind: 'text', words: 'What was best?', options: [] },
      ],
    });
    expect(read(questionFields(data!.questions, 3)).data).toEqual(data);
  });

  it.each([
    [{}, 'words1', 'Begin with a question'],
    [{ words1: 'What was best?' }, 'options1', 'Begin with a question'],
    [{ words1: 'How?', options1: 'One' }, 'options1', 'Enter 2 to 6 answers'],
    [{ words1: 'How?', options1: 'One\nOne' }, 'options1', 'Enter each answer once'],
    [{ words1: 'How?', options1: `One\n${'x'.repeat(61)}` }, 'options1', '60 characters or fewer'],
    [{ words1: 'x'.repeat(201), options1: 'One\nTwo' }, 'words1', '200 characters or fewer'],
  ])('%j: what is wrong stands at its box', (form, field, words) => {
    expect(formProblems(read(form).error).message[field]).toEqual({ text: expect.stringContaining(words) });
  });
});
