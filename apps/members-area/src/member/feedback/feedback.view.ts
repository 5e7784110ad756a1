import type { AskedOf } from '@induct/events';
import { britishDate, type Day } from '@induct/platform';

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
      on: britishDate(latest!.lastDay),
      open: open && `Until ${britishDate(open.closesOn)}`,
      rounds: rounds.map((one) => ({
        about: one.stage === 'later' ? 'After three months' : 'Right afterwards',
        says: statusOf(one, today),
      })),
      changed: changed?.split('\n'),
      changedOn: changedAt && britishDate(changedAt),
    };
  });
  return {
    open: sessions.filter((one) => one.open),
    others: sessions.filter((one) => !one.open),
  };
}

function statusOf({ answeredOn, isForgotten, openedOn, closesOn }: AskedOf, today: Day): string {
  if (isForgotten) return `Asked on ${britishDate(openedOn)}. Whether you answered is not kept any more`;
  if (answeredOn) return `You answered on ${britishDate(answeredOn)}`;
  return closesOn < today ? `Not answered by ${britishDate(closesOn)}` : `Not answered yet`;
}
