import { Injectable } from '@nestjs/common';
import { Registrations } from '@induct/progress';
import { LearningActivity } from '@induct/sign-in';
import { Previews } from '@induct/steering';

/** When a person last opened a module, or a module last saved something; looking at one in a preview counts as well. */
@Injectable()
export class Learning extends LearningActivity {
  constructor(
    private readonly registrations: Registrations,
    private readonly previews: Previews,
  ) {
    super();
  }

  async lastLearnedAt(personId: string): Promise<Date | undefined> {
    const times = await Promise.all([this.registrations.lastLearnedAt(personId), this.previews.lastSeenAt(personId)]);
    return times.filter((at) => at !== undefined).toSorted((a, b) => b.getTime() - a.getTime())[0];
  }
}
