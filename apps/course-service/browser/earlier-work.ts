import type { Unsent } from './journal/journal';
import type { Furniture } from './page/furniture';
import { holdFrame } from './page/hold';
import { earlierWorkNotSent } from './page/words';
import type { Session } from './session';

interface Beginning {
  /** Loads the open SCO into the frame. */
  play(): void;
  /** The frame has it already. */
  playing(): void;
  /** Says, once, that something is kept that the server will not take; then goes on. */
  tellOfRefusal(goOn: () => void): void;
}

/** What an earlier page could not deliver goes first: content that resumes must find it. */
export async function beginWithEarlierWork(
  session: Session,
  furniture: Promise<Furniture>,
  begin: Beginning,
): Promise<void> {
  const held = session.mayHoldUnsent;
  if (held) holdFrame();
  const unsent = await session.unsentBefore();
  const { frame } = await furniture;
  if (unsent.length > 0) {
    const started = session.current().isOpen;
    if (!held && !started) await frame.empty();
    await deliver(session, await furniture, begin, unsent, started);
  } else if (held) {
    session.nothingUnsent();
    begin.play();
  } else {
    begin.playing();
  }
}

async function deliver(
  session: Session,
  furniture: Furniture,
  begin: Beginning,
  unsent: Unsent[],
  started: boolean,
): Promise<void> {
  const { notice, save } = furniture;
  save.saving();
  const { left, refused } = await session.replay(unsent);
  if (left > 0) save.failed();
  else if (refused > 0) save.kept();
  else save.saved(new Date().toISOString());
  if (started) {
    if (refused > 0) begin.tellOfRefusal(() => notice.hide());
    return;
  }
  if (left > 0) {
    const again = async () => {
      notice.hide();
      await deliver(session, furniture, begin, await session.unsentBefore(), false);
    };
    notice.show(
      earlierWorkNotSent(
        () => void again(),
        () => begin.play(),
      ),
    );
    return;
  }
  await session.refresh();
  session.restart();
  if (refused > 0) begin.tellOfRefusal(() => begin.play());
  else begin.play();
}
