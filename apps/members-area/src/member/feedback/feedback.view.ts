import type { AskedOf } from '@induct/events';
import { type Day, readerDate, said, w } from '@induct/platform';

/** Everything that somebody was asked: what is open first; and what came of it. */
export function ownFeedbackView(asked: readonly AskedOf[], today: Day) {
  const sessions = [...new Set(asked.map(({ sessionId }) => sessionId))].map((id) => {
    const rounds = asked.filter(({ sessionId }) => sessionId === id);
    const [latest] = rounds;
    const open = rounds.find((one) => !one.isForgotten && one.answeredOn === null && one.closesOn >= today);
    const { changed = null, changedAt = null } = rounds.find((one) => one.changed !== null) ?? {};
    return {
      href: `/feedback/${id}`,
      title: latest!.title,
      on: readerDate(latest!.lastDay),
      open: open && w`Until ${readerDate(open.closesOn)}`,
      rounds: rounds.map((one) => ({
        about: one.stage === 'later' ? said('After three months') : said('Right afterwards'),
        says: statusOf(one, today),
      })),
      changed: changed?.split('\n'),
      changedOn: changedAt && readerDate(changedAt),
    };
  });
  return {
    open: sessions.filter((one) => one.open),
    others: sessions.filter((one) => !one.open),
  };
}

function statusOf({ answeredOn, isForgotten, openedOn, closesOn }: AskedOf, today: Day): string {
  if (isForgotten) return w`Asked on ${readerDate(openedOn)}. Whether you answered is not kept any more`;
  if (answeredOn) return w`You answered on ${readerDate(answeredOn)}`;
  return closesOn < today ? w`Not answered by ${readerDate(closesOn)}` : said(`Not answered yet`);
}
