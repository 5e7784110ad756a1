import type { Unsent } from '../journal/journal';
import type { Furniture } from '../page/furniture';
import { earlierWorkNotSent, placeNotKnown } from '../page/words';
import type { Session } from './session';

interface Beginning {
  /** Loads the open SCO into the frame. */
  play(): void;
  /** Says, once, that something is kept that the server will not take; then goes on. */
  tellOfRefusal(goOn: () => void): void;
}

/** A browser whose storage does not answer at all must not keep anybody from their module. */
const JOURNAL_PATIENCE_MS = 10_000;
/** As long as a slow machine needs, that has just been started again. */
const STATE_PATIENCE_MS = 20_000;

/**
 * What an earlier page could not deliver goes first: content that resumes must find it. The content is not loaded before
 * the journal has answered; no mark says whether it has to, because a browser that was killed may have lost the mark and kept
 * the journal.
 */
export async function beginWithEarlierWork(
  session: Session,
  furniture: Promise<Furniture>,
  begin: Beginning,
): Promise<void> {
  const asked = session.writing.unsentBefore();
  const late = new Promise<undefined>((done) => setTimeout(() => done(undefined), JOURNAL_PATIENCE_MS));
  const unsent = await Promise.race([asked, late]);
  if (unsent?.length) return deliver(session, await furniture, begin, unsent);
  begin.play();
  if (!unsent) await session.writing.replay(await asked);
}

async function deliver(session: Session, furniture: Furniture, begin: Beginning, unsent: Unsent[]): Promise<void> {
  const { notice, save } = furniture;
  const again = async () => {
    notice.hide();
    await deliver(session, furniture, begin, await session.writing.unsentBefore());
  };
  const onceMore = () => void again();
  save.saving();
  const { left, refused } = await session.writing.replay(unsent);
  if (left > 0) {
    save.failed();
    return notice.show(earlierWorkNotSent(onceMore, () => begin.play()));
  }
  if (refused > 0) save.kept();
  else save.saved(new Date().toISOString());
  const start = () => {
    session.restart();
    if (refused > 0) begin.tellOfRefusal(() => begin.play());
    else begin.play();
  };
  if (await session.refresh(STATE_PATIENCE_MS)) start();
  else notice.show(placeNotKnown(onceMore, start));
}
