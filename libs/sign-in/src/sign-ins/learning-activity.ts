/** Told by the application: people know nothing of launches. Learning counts as activity, so that no sign-in ends in the middle of a module. */
export abstract class LearningActivity {
  /** When the person last opened a module, or a module last saved something of theirs. */
  abstract lastLearnedAt(personId: string): Promise<Date | undefined>;
}
