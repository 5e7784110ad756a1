import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { initialCmi, readCmi, readManifest, scos } from '@induct/scorm';
import { scormAgain } from '../../../../test/support/scorm-again';
import { standIn, type Said, type TestPage } from '../../../../test/conformance/stand-in';
import { Suite } from '../../../../test/conformance/suite';
import { faultOf } from '../../../../test/conformance/verdict';
import type { Cmi } from '../launch/launch-state';
import { SCORM_2004 } from './dialect';
import { engineOf, type MakeEngine } from './engine';
import { runTimeApi } from './expose';
import { resumed, type Left } from './resume';
import { Run } from './run';
import type { DataStore } from './shared-data';

const FOLDER = process.env.SCORM_SUITE ?? '';
const CALLS = [
  'Initialize',
  'Terminate',
  'Commit',
  'GetValue',
  'SetValue',
  'GetErrorString',
  'GetLastError',
  'GetDiagnostic',
];
const learner = { id: '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001', name: 'Una Donnelly' };
const makeEngine: MakeEngine = () => engineOf(scormAgain('scorm_2004') as never, () => '');
const describeWithSuite = FOLDER ? describe : describe.skip;

/** Every command of the suite's data model test, without a browser. */
describeWithSuite(
  `the data model of SCORM 2004${FOLDER ? '' : ' (skipped: SCORM_SUITE names no conformance suite)'}`,
  () => {
    it.each(['the page', 'the server'])(
      'answers as the suite asks, and gives back through %s what it was given',
      (through) => {
        const suite = new Suite(FOLDER);
        const [script] = suite.cases('DMI');
        const manifest = readFileSync(join(suite.packageFolder('DMI'), 'imsmanifest.xml'));
        const activities = new Map(
          scos(readManifest(manifest).tree!).map((one) => [/act=(\w+)/.exec(one.href!)![1], one]),
        );
        const written = new Map<string, string>();
        const left = new Map<string, Left>();
        const faults = script!.visits.flatMap((visit, next) => {
          const activity = activities.get(visit.activity)!;
          const before = left.get(visit.activity);
          let initial = initialCmi('scorm_2004', activity, learner) as Cmi;
          if (before && through === 'the page') initial = resumed(SCORM_2004, initial, before);
          else if (before)
            initial = initialCmi(
              'scorm_2004',
              activity,
              learner,
              readCmi('scorm_2004', before.cmi, activity, true),
            ) as Cmi;
          const stores = storesOf(manifest.toString(), activity.id, written);
          const run = new Run(
            SCORM_2004,
            makeEngine,
            initial,
            { changed() {}, store: () => true, finished() {} },
            stores,
          );
          const outcomes = outcomesOf(run, script!, next);
          for (const { id, value, write } of run.sharedData()) if (write && value !== undefined) written.set(id, value);
          run.finish('');
          left.set(visit.activity, { cmi: run.snapshot(), finished: true });
          return visit.commands.flatMap((command, at) => faultOf(command, outcomes[at]!, learner.id) ?? []);
        });
        expect(script!.visits.flatMap(({ commands }) => commands)).toHaveLength(8161);
        expect(faults).toEqual([]);
      },
    );
  },
);

/** What a package says that an activity shares. */
function storesOf(manifest: string, activity: string, written: ReadonlyMap<string, string>): DataStore[] {
  const item = new RegExp(`<item[^>]*identifier *= *"${activity}"[\\s\\S]*?</item>`).exec(manifest)![0];
  return [...item.matchAll(/<adlcp:map ([^>]*?)\/?>/g)].map(([, said = '']) => {
    const id = /targetID *= *"([^"]*)"/.exec(said)![1]!;
    const may = (what: string) => !new RegExp(`${what} *= *"false"`).test(said);
    return { id, value: written.get(id), read: may('readSharedData'), write: may('writeSharedData') };
  });
}

function outcomesOf(run: Run, { name, visits }: ReturnType<Suite['cases']>[number], next: number) {
  const api = runTimeApi(SCORM_2004, () => run);
  const said: Said[] = [];
  let driver: { runCommands(): void } | undefined;
  const page: TestPage = {
    location: { search: '?tc=' },
    document: { getElementById: () => undefined },
    top: {},
    alert: undefined,
    confirm: undefined,
    testerHears: (text) => said.push(JSON.parse(text) as Said),
    ...Object.fromEntries(CALLS.map((call) => [`do${call}`, api[call]])),
  };
  standIn(
    { name, visits: visits.map(({ activity, commands }) => ({ activity, questions: '', commands })), next },
    page,
  );
  driver = page.document.getElementById('NNLMSTestSCODriver') as typeof driver;
  driver!.runCommands();
  const ran = said.find((one) => one.kind === 'ran');
  return ran!.outcomes;
}
