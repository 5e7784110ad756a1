import type { Journal, Unsent } from '../journal/journal';
import { payloadOf } from './payload';
import type { Post, Reply } from './send';

const BETWEEN_TRIES_MS = [0, 1_000, 3_000];

/**
 * Sends what an earlier page of this attempt did not see acknowledged, as the launch it belongs to.
 * @returns how many entries the server still has not got
 */
export async function replay(journal: Journal, launch: string, post: Post, unsent: Unsent[]): Promise<number> {
  let left = unsent;
  for (const wait of BETWEEN_TRIES_MS) {
    if (left.length === 0) break;
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const still: Unsent[] = [];
    for (const entry of left) {
      let reply = await sendAgain(launch, post, entry);
      if (reply.kind === 'different') reply = await sendAgain(launch, post, renumbered(entry));
      // Refused under a number of its own as well: another page has replayed it.
      if (reply.kind === 'saved' || reply.kind === 'different') journal.forget(entry.place, entry.body.seq);
      else still.push(entry);
    }
    left = still;
  }
  if (left.length === 0) journal.allSent();
  return left.length;
}

function sendAgain(launch: string, post: Post, { place, body }: Unsent): Promise<Reply> {
  const older = place.launch === launch ? {} : { launch: place.launch };
  return post(payloadOf(body, older).text, false);
}

/** A number that no page counts up to: half-way through the block of the page that made the snapshot. */
const renumbered = ({ place, body }: Unsent): Unsent => ({ place, body: { ...body, seq: body.seq + 50_000 } });
