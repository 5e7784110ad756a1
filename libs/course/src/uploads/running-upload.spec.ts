import type { Transactions } from '@induct/platform';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { RunningUpload } from './running-upload';
import type { UploadRepository } from './upload.repository';

it('tells its row every second while it arrives, and only now and then while it waits', async () => {
  jest.useFakeTimers();
  const clock = new FixedClock();
  const told: string[] = [];
  const uploads = {
    add: async () => {},
    queueUp: async () => 1,
    keepAlive: async (_tx: unknown, _id: string, { state }: { state: string }) => void told.push(state),
  } as unknown as UploadRepository;
  const transactions = { run: (work: (tx: unknown) => unknown) => work(undefined) } as unknown as Transactions;
  const upload = new RunningUpload('u', transactions, uploads, clock);
  const seconds = async (count: number, each = () => {}) => {
    for (let at = 0; at < count; at++) {
      each();
      clock.advance(1000);
      await jest.advanceTimersByTimeAsync(1000);
    }
  };
  try {
    await upload.begin({ fileName: 'a.zip', uploadedBy: 'p' });
    let bytes = 0;
    await seconds(5, () => upload.received((bytes += 10)));
    expect(told).toHaveLength(5);
    await upload.waiting(bytes);
    told.length = 0;
    await seconds(60);
    expect(told).toEqual(Array.from({ length: 6 }, () => 'waiting'));
  } finally {
    jest.useRealTimers();
  }
});
