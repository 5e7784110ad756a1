import type { Journal, Unsent } from '../journal/journal';
import { payloadOf } from './payload';
import type { Post, Reply } from './send';

const BETWEEN_TRIES_MS = [0, 1_000, 3_000];

export interface Replayed {
  /** Entries that could not be sent: the server is away. */
  left: number;
  /** Entries that the server will not take. They stay in the journal, and are offered again at the next opening. */
  refused: number;
}

/** Sends what an earlier page of this attempt did not see acknowledged, as the launch it belongs to. */
export async function replay(
  journal: Journal,
  launch: string,
  post: Post,
  unsent: Unsent[],
  betweenTriesMs = BETWEEN_TRIES_MS,
): Promise<Replayed> {
  let left = unsent;
  let refused = 0;
  for (const wait of betweenTriesMs) {
    if (left.length === 0) break;
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    const still: Unsent[] = [];
    for (const entry of left) {
      let reply = await sendAgain(launch, post, entry);
      if (reply.kind === 'different') reply = await sendAgain(launch, post, renumbered(entry));
      if (reply.kind === 'saved') {
        journal.forget(entry.place, entry.body.seq);
      } else if (reply.kind === 'unreachable' || reply.kind === 'ended') {
        still.push(entry);
      } else {
        refused++;
        journal.setAside(entry.place, entry.body.seq);
      }
    }
    left = still;
  }
  if (left.length === 0) journal.allSent();
  return { left: left.length, refused };
}

function sendAgain(launch: string, post: Post, { place, body }: Unsent): Promise<Reply> {
  const older = place.launch === launch ? {} : { launch: place.launch };
  return post(payloadOf(body, older).text, false);
}

/** A number that no page counts up to: half-way through the block of the page that made the snapshot. */
const renumbered = ({ place, body }: Unsent): Unsent => ({ place, body: { ...body, seq: body.seq + 50_000 } });
