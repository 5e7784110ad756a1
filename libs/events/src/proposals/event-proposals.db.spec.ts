import { randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { aPerson } from '../../../../test/support/given-person';
import { EventsModule } from '../events.module';
import { EventNotFound } from '../programme/programme.errors';
import { Programme } from '../programme/programme.service';
import { EventProposals, type NewProposal } from './event-proposals.service';
import {
  AnswerNeedsWords,
  EventIsMissing,
  EventProposalNotFound,
  ProposalIsAnswered,
  TooManyProposals,
} from './proposal.errors';

const wish = (title: string, more: Partial<NewProposal> = {}): NewProposal => ({
  title,
  why: 'We are asked about it every week',
  priority: null,
  outcomes: ['Answer it'],
  forWhom: null,
  ...more,
});

describe('proposals for the programme', () => {
  let database: TestDatabase;
  let parts: TestingModule;
  let proposals: EventProposals;
  let programme: Programme;
  let [officer, member] = ['', ''];
  beforeAll(async () => {
    database = await cloneDatabase();
    const platform = PlatformModule.with(testConfig(database.url), database.source);
    parts = await Test.createTestingModule({ imports: [platform, EventsModule] }).compile();
    await parts.init();
    proposals = parts.get(EventProposals);
    programme = parts.get(Programme);
    officer = await aPerson(database.source, { name: 'Olive Officer', roles: ['officer'] });
    member = await aPerson(database.source, { name: 'Mel Member' });
  });
  afterAll(async () => {
    await parts?.close();
    await database?.drop();
  });

  const letters = async (id: string) =>
    (
      await database.source.query<{ subject: string; words: string }[]>(
        'select subject, body_text as words from mail where dedupe_key = $1',
        [`event-proposal:${id}:answered`],
      )
    ).map(({ subject, words }) => `${subject}\n${words}`);

  it('become an event, and whoever proposed it is told once', async () => {
    const id = await proposals.propose(wish('Flooding', { forWhom: 'the director of place' }), member);
    const slug = await proposals.accept(id, { by: officer, reason: 'A good idea' });
    const { event, outcomes } = await programme.event(slug);
    expect([event.title, event.about, outcomes]).toEqual(['Flooding', '', ['Answer it']]);
    expect(event.note).toBe('Proposed for the director of place: We are asked about it every week');
    expect(await proposals.find(id)).toMatchObject({ state: 'accepted', eventSlug: slug, isTold: false });
    const [letter, ...others] = await letters(id);
    expect(others).toEqual([]);
    expect(letter).toMatch(/Your proposal was accepted: Flooding[^]*becomes the event “Flooding”[^]*A good idea/);
  });

  it('become part of an event that there is, or are declined with a reason', async () => {
    const first = await proposals.propose(wish('Drought'), member);
    await expect(proposals.merge(first, { by: officer, reason: null, eventId: null })).rejects.toThrow(EventIsMissing);
    const none = { by: officer, reason: null, eventId: randomUUID() };
    await expect(proposals.merge(first, none)).rejects.toThrow(EventNotFound);
    const { event } = await programme.event('flooding');
    await proposals.merge(first, { by: officer, reason: null, eventId: event.id });
    expect(await proposals.find(first)).toMatchObject({ state: 'merged', eventTitle: 'Flooding' });
    const second = await proposals.propose(wish('Golf'), member);
    await expect(proposals.decline(second, { by: officer, reason: null })).rejects.toThrow(AnswerNeedsWords);
    await proposals.decline(second, { by: officer, reason: 'It serves no priority' });
    expect((await letters(second))[0]).toMatch(/was declined: Golf[^]*It serves no priority/);
    await expect(proposals.accept(second, { by: officer, reason: null })).rejects.toThrow(ProposalIsAnswered);
    await expect(proposals.accept(randomUUID(), { by: officer, reason: null })).rejects.toThrow(EventProposalNotFound);
  });

  it('are answered once, whoever presses at the same time', async () => {
    const id = await proposals.propose(wish('Twice'), member);
    const pressed = await Promise.allSettled([1, 2, 3].map(() => proposals.accept(id, { by: officer, reason: null })));
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await programme.events()).filter(({ title }) => title === 'Twice')).toHaveLength(1);
    await expect(database.asOwner(`update event_proposal set reason = 'Another' where id = '${id}'`)).rejects.toThrow(
      'answered once',
    );
  });

  it('are listed by state and by person, the latest first', async () => {
    const page = async (filter: Parameters<EventProposals['page']>[0]) =>
      (await proposals.page(filter, { limit: 2, offset: 0 })).total;
    expect([await page({ state: '' }), await page({ state: 'declined' })]).toEqual([4, 1]);
    expect(await page({ state: '', by: officer })).toBe(0);
    const { rows } = await proposals.page({ state: '', by: member }, { limit: 2, offset: 0 });
    expect(rows.map(({ title }) => title)).toEqual(['Twice', 'Golf']);
  });

  it('of one person are not more than can be answered, also when they are sent at once', async () => {
    const sent = await Promise.allSettled([...Array(13).keys()].map((at) => proposals.propose(wish(`${at}`), member)));
    const refused = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toHaveLength(3);
    for (const error of refused) expect(error).toBeInstanceOf(TooManyProposals);
  });
});
