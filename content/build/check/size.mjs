const SCREENS = { least: 10, most: 16 };
const MINUTES = { least: 12, most: 20 };
const LEAST_SCENARIOS = 2;
const OBJECTIVES = { least: 4, most: 6 };

/** A module is done in one sitting, and has what makes it more than a text. */
export function checkSize({ folder, about, screens }, problems) {
  if (screens.length < SCREENS.least || screens.length > SCREENS.most)
    problems.add(folder, undefined, `${screens.length} screens: write ${SCREENS.least} to ${SCREENS.most}`);
  const followed = screens.reduce((sum, screen) => sum + screen.followed, 0);
  const scenarios = screens.flatMap((screen) => screen.scenarios).length - followed;
  if (scenarios < LEAST_SCENARIOS)
    problems.add(folder, undefined, `${scenarios} scenarios, at least ${LEAST_SCENARIOS}`);
  if (followed === 0)
    problems.add(folder, undefined, 'No scenario goes two steps deep: put one into a choice of another');
  if (screens.every(({ councils }) => councils === 0))
    problems.add(folder, undefined, 'There is no block "council": what differs in your council?');
  if (!about) return;
  const { minutes, objectives } = about.value;
  if (minutes < MINUTES.least || minutes > MINUTES.most)
    problems.add(about.file, about.lineOf(['minutes']), `${minutes} minutes: ${MINUTES.least} to ${MINUTES.most}`);
  if (objectives.length < OBJECTIVES.least || objectives.length > OBJECTIVES.most)
    problems.add(
      about.file,
      about.lineOf(['objectives']),
      `${objectives.length} objectives: ${OBJECTIVES.least} to ${OBJECTIVES.most}`,
    );
}
