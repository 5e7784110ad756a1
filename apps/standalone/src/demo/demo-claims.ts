import { Injectable } from '@nestjs/common';
import { Asked, type ClaimKind, Claims } from '@induct/accreditation';
import { dayInLondon } from '@induct/platform';
import type { DemoClock } from './demo-clock';

interface Story {
  kind: ClaimKind;
  words: string;
  /** Days ago. */
  done: number;
  sent: number;
  /** Nothing yet: it waits. */
  decision?: { accepted: boolean; words: string };
  /** An officer entered it for her. */
  entered?: true;
}

const STORIES: readonly Story[] = [
  {
    kind: 'recording',
    words: 'I watched the whole recording of the induction evening, with its questions at the end.',
    done: 30,
    sent: 28,
    decision: { accepted: true, words: 'Thank you: it covers all that the module does.' },
  },
  {
    kind: 'prior_learning',
    words: 'I have sat on a parish council for six years and know this well.',
    done: 400,
    sent: 20,
    decision: { accepted: false, words: 'Please take the module: the rules here changed last year.' },
  },
  {
    kind: 'prior_learning',
    words: 'A two-day course with the Local Government Association in Warwick, with an exercise on each day.',
    done: 75,
    sent: 2,
  },
  {
    kind: 'prior_learning',
    words:
      'She came to the desk with the programme of a day at the county’s college, and told me what she took from it.',
    done: 40,
    sent: 1,
    entered: true,
  },
];

/** A member who has done some of it elsewhere: one claim is accepted, one refused, one waits, and one that an officer entered for her. */
@Injectable()
export class DemoClaims {
  constructor(
    private readonly asked: Asked,
    private readonly claims: Claims,
  ) {}

  /** Only what is not met yet is claimed, and never all of it: no award comes of it. */
  async tell(clock: DemoClock, people: { member: string; officers: readonly [string, string] }): Promise<void> {
    const { member: personId, officers } = people;
    const [by, entering] = officers;
    if ((await this.claims.ofPerson(personId)).length > 0) return;
    const open = (await this.asked.of(personId)).filter(({ met, isAsked }) => !met && isAsked);
    for (const [at, { kind, words, done, sent, decision, entered }] of STORIES.entries()) {
      const { slug } = open[at]!;
      const doneOn = dayInLondon(clock.daysAgo(done, 12));
      const claim = { personId, slug, kind, doneOn, validUntil: null, words };
      const id = await clock.at(clock.daysAgo(sent, 10), () =>
        entered ? this.claims.enter({ ...claim, by: entering }) : this.claims.send(claim),
      );
      if (decision) await clock.at(clock.daysAgo(sent - 1, 11), () => this.claims.decide(id, { by, ...decision }));
    }
  }
}
