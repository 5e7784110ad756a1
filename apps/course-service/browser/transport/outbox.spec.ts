import type { CommitBody, Place } from '../journal/entry';
import type { Disk, SealedEntry } from '../journal/disk';
import { Journal } from '../journal/journal';
import { Numbers, takePage } from '../journal/numbers';
import { Seal } from '../journal/seal';
import { Spill } from '../journal/spill';
import { Outbox } from './outbox';
import { replay } from './replay';
import { type Reply, replyFrom } from './send';

const place: Place = { launch: 'launch', sco: 'one', run: 1 };
const body = (seq: number, data = ''): CommitBody => ({
  seq,
  sco: 'one',
  run: 1,
  final: false,
  cmi: { suspend_data: data },
  shownMs: 0,
});
const saved: Reply = { kind: 'saved', recordedAt: '2026-11-22T14:32:00.000Z', superseded: false };

/** localStorage and IndexedDB of a browser, as far as the journal uses them. */
class Device {
  readonly entries = new Map<string, SealedEntry>();
  /** Its names are its own properties, as in a browser. */
  readonly storage = Object.create({
    getItem(this: Record<string, string>, name: string) {
      return Object.hasOwn(this, name) ? this[name] : null;
    },
    setItem(this: Record<string, string>, name: string, text: string) {
      this[name] = text;
    },
    removeItem(this: Record<string, string>, name: string) {
      delete this[name];
    },
  }) as Storage;

  journal(): Journal {
    const disk = {
      put: async (entry: SealedEntry) => void this.entries.set(entry.key, entry),
      remove: async (_tag: string, key: string, seq: number) => {
        if ((this.entries.get(key)?.seq ?? Infinity) <= seq) this.entries.delete(key);
      },
      all: async () => [...this.entries.values()],
    };
    return new Journal(new Seal(new Uint8Array(32).fill(7)), new Spill(this.storage), disk as unknown as Disk);
  }
}

describe('what the server answers', () => {
  const reply = (status: number, answer: object) => replyFrom(status, answer, () => new Date(0)).kind;

  it('is a refusal for good only in the tracker’s own words', () => {
    expect(reply(400, { ok: false, error: 'body' })).toBe('refused');
    expect(reply(422, { ok: false, error: 'sco' })).toBe('refused');
    expect(reply(404, { ok: false, error: 'launch' })).toBe('refused');
    expect(reply(413, { title: 'Too large' })).toBe('refused');
    expect(reply(410, { ok: false, error: 'token' })).toBe('ended');
    for (const status of [400, 401, 403, 404, 405, 410, 422, 429, 500, 502, 503]) {
      expect([status, reply(status, {})]).toEqual([status, 'unreachable']);
    }
  });
});

describe('the outbox', () => {
  let device: Device;
  let journal: Journal;
  let outbox: Outbox;
  let told: string[];
  let sent: CommitBody[];
  let answers: (body: CommitBody) => Reply | Promise<Reply>;

  beforeEach(() => {
    jest.useFakeTimers();
    device = new Device();
    journal = device.journal();
    told = [];
    sent = [];
    answers = () => saved;
    const post = async (text: string) => {
      sent.push(JSON.parse(text) as CommitBody);
      return answers(sent.at(-1)!);
    };
    const numbers = new Numbers((further) => takePage(device.storage, 'launch', 0, { further }));
    const tell = (what: string) => () => void told.push(what);
    outbox = new Outbox(journal, post, () => numbers.seqOfAnotherBlock(), {
      saving: () => {},
      saved: tell('saved'),
      failed: tell('failed'),
      refused: tell('refused'),
      superseded: tell('superseded'),
      ended: tell('ended'),
    });
  });
  afterEach(() => jest.useRealTimers());

  const hours = () => jest.advanceTimersByTimeAsync(3 * 3_600_000);
  const put = async (seq: number, data = '') => {
    outbox.put(place, body(seq, data));
    outbox.push();
    await jest.advanceTimersByTimeAsync(0);
  };

  it('tries again for hours while the server is away, at most once a minute', async () => {
    answers = () => ({ kind: 'unreachable' });
    await put(1);
    await hours();
    expect(sent.length).toBeGreaterThan(3 * 60);
    expect(sent.length).toBeLessThan(3 * 130);
    expect([outbox.isEmpty, device.entries.size]).toEqual([false, 1]);
  });

  it.each<Reply>([
    { kind: 'refused', what: 'snapshot' },
    { kind: 'refused', what: 'run' },
    { kind: 'need-suspend-data' },
  ])('does not try again what can never be taken, and keeps it: %o', async (reply) => {
    answers = () => reply;
    await put(1);
    await hours();
    expect([sent.length, told]).toEqual([1, ['refused']]);
    expect([outbox.isEmpty, device.entries.size]).toEqual([true, 1]);
    const [kept] = await device.journal().unsent();
    expect(kept).toEqual({ place, body: body(1) });
  });

  it('sends the next snapshot of a run after one was refused, and is well again when it is taken', async () => {
    answers = ({ seq }) => (seq === 1 ? { kind: 'refused', what: 'snapshot' } : saved);
    await put(1, 'much too long');
    await put(2, 'shorter');
    expect([sent.length, told, device.entries.size]).toEqual([2, ['refused', 'saved'], 0]);
  });

  it('sends nothing more of a run that the server does not know, but keeps the newest of it', async () => {
    answers = () => ({ kind: 'refused', what: 'run' });
    await put(1, 'a');
    await put(2, 'b');
    await put(3, 'c');
    expect(sent).toHaveLength(1);
    expect((await device.journal().unsent()).map((one) => one.body)).toEqual([body(3, 'c')]);
  });

  it('does not say “saved” of another run while one is refused', async () => {
    answers = ({ run }) => (run === 1 ? { kind: 'refused', what: 'run' } : saved);
    await put(1);
    outbox.put({ ...place, run: 2 }, { ...body(2), run: 2 });
    outbox.push();
    await jest.advanceTimersByTimeAsync(0);
    expect(told).toEqual(['refused', 'refused']);
  });

  it('does not say “saved” when an older snapshot arrives after a newer one was refused', async () => {
    let arrive = () => {};
    const slow = new Promise<void>((done) => (arrive = done));
    answers = ({ seq }) => (seq === 1 ? slow.then(() => saved) : { kind: 'refused', what: 'snapshot' });
    outbox.put(place, body(1, 'on its way'));
    outbox.push();
    outbox.put(place, body(2, 'much too long'));
    outbox.push(true);
    await jest.advanceTimersByTimeAsync(0);
    arrive();
    await jest.advanceTimersByTimeAsync(0);
    expect([sent.map(({ seq }) => seq), told]).toEqual([
      [1, 2],
      ['refused', 'refused'],
    ]);
    expect((await device.journal().unsent()).map((one) => one.body)).toEqual([body(2, 'much too long')]);
  });

  it('leaves a block of numbers that another page has used at once, and gives up when every number is taken', async () => {
    answers = ({ seq }) => (seq < 100_000 ? { kind: 'different' } : saved);
    await put(1);
    await hours();
    expect([sent.length, device.entries.size, told.at(-1)]).toEqual([2, 0, 'saved']);
    answers = () => ({ kind: 'different' });
    await put(sent.at(-1)!.seq + 1);
    await hours();
    expect([sent.length, device.entries.size, told.at(-1)]).toEqual([6, 1, 'refused']);
  });

  it('writes what was deleted behind its back once more when the page goes away, from an earlier page too', async () => {
    answers = () => ({ kind: 'unreachable' });
    await put(1, 'my answers');
    for (const page of [journal, device.journal()]) {
      expect((await page.unsent()).map((one) => one.body)).toEqual([body(1, 'my answers')]);
      device.entries.clear();
      for (const name of Object.keys(device.storage)) device.storage.removeItem(name);
      page.pageIsLeaving(true);
    }
    expect((await device.journal().unsent()).map((one) => one.body)).toEqual([body(1, 'my answers')]);
    journal.forget(place, 1);
    expect(await device.journal().unsent()).toEqual([]);
  });

  it('offers what was refused once at the next opening, as long as it lies there, and tells of it once', async () => {
    answers = () => ({ kind: 'refused', what: 'run' });
    await put(1, 'my answers');
    expect(journal.tellOnce()).toBe(true);
    let offered = 0;
    const refuse = async (): Promise<Reply> => {
      offered++;
      return { kind: 'refused', what: 'run' };
    };
    for (const opening of [1, 2]) {
      const next = device.journal();
      const replayed = await replay(next, 'a later launch', refuse, await next.unsent());
      expect([opening, replayed, offered]).toEqual([opening, { left: 0, refused: 1 }, opening]);
      expect([next.tellOnce(), device.entries.size]).toEqual([false, 1]);
    }
    const last = device.journal();
    expect(await replay(last, 'a later launch', async () => saved, await last.unsent())).toEqual({
      left: 0,
      refused: 0,
    });
    expect([device.entries.size, last.tellOnce()]).toEqual([0, true]);
  });
});
