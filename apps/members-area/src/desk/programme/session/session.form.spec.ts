import { formProblems } from '../../../forms/form-problems';
import { EventForm } from '../event/event.form';
import { keepingOpening, NewSessionForm, SessionForm } from './session.form';

const day = (nth: number, typed: string) => {
  const [d, m, y] = typed.split(' ');
  return { [`on${nth}-day`]: d, [`on${nth}-month`]: m, [`on${nth}-year`]: y };
};
const messages = (
  schema: { safeParse: (sent: unknown) => { error?: Parameters<typeof formProblems>[0] } },
  sent: object,
) =>
  Object.fromEntries((formProblems(schema.safeParse(sent).error).errors ?? []).map(({ href, text }) => [href, text]));

describe('the form of a session', () => {
  it('reads parts, topics and places, and leaves out what nothing is said of', () => {
    const sent = {
      ...day(1, '12 1 2027'),
      from1: '9.30am',
      to1: '12.30pm',
      topics1: 'scrutiny',
      ...day(3, '13 1 2027'),
      topics3: ['scrutiny', 'your-role'],
      place: ' Room 1 ',
      districts: 'North\r\n\r\nSouth\r\nNorth',
      'places-room-member': '20',
      'places-online-any': '',
    };
    expect(SessionForm.parse(sent)).toEqual({
      eventId: null,
      place: 'Room 1',
      onlineUrl: null,
      districts: ['North', 'South'],
      note: null,
      parts: [
        { on: '2027-01-12', from: '09:30', to: '12:30', topics: ['scrutiny'] },
        { on: '2027-01-13', from: null, to: null, topics: ['scrutiny', 'your-role'] },
      ],
      pools: [{ seat: 'room', audience: 'member', places: 20, opensToAllOn: null }],
    });
  });

  it('leaves out what stands there from the session before, while the day is to be confirmed', () => {
    const sent = { from1: '09:30', to1: '12:30', topics1: 'scrutiny', place: 'Room 1' };
    expect(SessionForm.parse({ ...sent, before: 'yes' })).toMatchObject({ parts: [], place: 'Room 1' });
    expect(messages(SessionForm, sent)).toEqual({ '#on1-day': 'Part 1: enter the day' });
  });

  it('says at each field what is wrong', () => {
    const sent = {
      ...day(1, '31 2 2027'),
      from1: 'soon',
      to2: '12:00',
      onlineUrl: 'javascript:1',
      'places-room-any': '0',
    };
    expect(messages(NewSessionForm, sent)).toEqual({
      '#on1-day': 'Part 1: The day must be a real date, like 27 3 2027',
      '#from1': 'Part 1: Enter a time, like 9.30am or 14:00',
      '#on2-day': 'Part 2: enter the day',
      '#onlineUrl': 'Enter a link that begins with https://, or leave it empty',
      '#places-room-any': 'Enter a number of places, like 20',
      '#state': 'Choose how far it is',
    });
  });

  it('keeps from when on places are anyone’s', () => {
    const plan = SessionForm.parse({ 'places-room-member': '20', 'places-room-officer': '5' });
    const before = [
      { seat: 'room' as const, audience: 'member' as const, places: 10, taken: 3, opensToAllOn: '2027-01-05' },
    ];
    expect(keepingOpening(plan, before).pools.map(({ opensToAllOn }) => opensToAllOn)).toEqual(['2027-01-05', null]);
  });
});

describe('the form of an event', () => {
  it('reads planned outcomes line by line, and whom it is for', () => {
    const body = '0195c0de-0000-7000-8000-000000000001';
    const event = EventForm.parse({ title: 'A', kind: 'workshop', outcomes: 'One\r\n\r\n Two ', audience: body });
    expect(event).toMatchObject({
      outcomes: ['One', 'Two'],
      audience: 'body',
      bodyId: body,
      mandatory: false,
      about: '',
    });
    expect(EventForm.parse({ title: 'A', kind: 'event', mandatory: 'yes' })).toMatchObject({
      audience: 'everyone',
      bodyId: null,
      mandatory: true,
    });
  });

  it('says what is missing', () => {
    expect(messages(EventForm, { seriesOrder: '2', sessionsPromised: 'x' })).toMatchObject({
      '#title': 'Enter what it is called',
      '#kind': 'Choose what it is',
      '#sessionsPromised': 'Enter a number from 1 to 99, or leave it empty',
    });
    expect(messages(EventForm, { title: 'A', kind: 'event', seriesOrder: '2' })).toEqual({
      '#series': 'Enter the series that this is the number in',
    });
  });
});
