import { randomUUID } from 'node:crypto';
import { createCanvas } from '@napi-rs/canvas';
import { Transactions } from '@induct/platform';
import { Awarding } from '../../../../test/support/awarding';
import { aPerson } from '../../../../test/support/given-person';
import { ApprovalLetters } from '../approvals/approval-letters.service';
import { ApprovalsWorkModule } from '../approvals/approvals-work.module';
import { Certificates } from '../acts/certificates.service';
import { Revocations } from '../acts/revocations.service';
import { Verification } from '../certificate/verification.service';
import { Pictures } from '../pictures/pictures.service';
import { ShownNames } from '../shown/shown-names.service';
import { type NewSignatory, Signatories } from '../signatories/signatories.service';
import { SignatoryRepository } from '../signatories/signatory.repository';
import { CouncilMarks } from './council-marks.service';
import { MarkRepository } from './mark.repository';

/** A PNG of its own colour. */
function drawn(colour = '#14403c'): Buffer {
  const canvas = createCanvas(8, 8);
  canvas.getContext('2d').fillStyle = colour;
  canvas.getContext('2d').fillRect(0, 0, 8, 6);
  return canvas.toBuffer('image/png');
}

describe('what stands on certificates', () => {
  let awarding: Awarding;
  let conduct: string;
  const [officer, administrator] = [randomUUID(), randomUUID()];
  beforeAll(async () => {
    awarding = await Awarding.begin([ApprovalsWorkModule]);
    await awarding.given.anOfficer(officer);
    conduct = await awarding.given.aPublishedCoreModule();
  });
  afterAll(() => awarding?.end());

  const part = <T>(of: new (...given: never[]) => T): T => awarding.nest.get<T>(of);
  const inOne = <T>(act: Parameters<Transactions['run']>[0]) => part(Transactions).run(act) as Promise<T>;
  const rows = <T>(sql: string, ...values: unknown[]) => awarding.database.source.query<T[]>(sql, values);
  const signing = (day: string) =>
    awarding.nest.get(Transactions).run((tx) => part(SignatoryRepository).current(tx, day));
  const markOn = (day: string) => awarding.nest.get(Transactions).run((tx) => part(MarkRepository).current(tx, day));
  const awarded = async (name: string) => {
    const person = await awarding.given.aMember(name);
    await awarding.complete(person, conduct);
    return (await part(Certificates).byPerson(person))[0]!;
  };

  describe('signatories', () => {
    const ELLISON: NewSignatory = {
      name: 'Margaret Ellison',
      office: 'Chair',
      officeCy: 'Cadeirydd',
      place: 1,
      from: '2025-05-06',
      until: null,
    };
    const add = (more: Partial<NewSignatory> = {}) => part(Signatories).add({ ...ELLISON, ...more }, officer);

    it('are two lines to sign on until there is somebody, then who signs on the day of the award, two at most', async () => {
      expect((await signing('2026-11-22')).map(({ name }) => name)).toEqual(['Chair', 'Head of Democratic Services']);
      await add({ name: 'Ruth Past', until: '2025-05-06', from: '2023-05-09', signature: 'm-ellison' });
      const ellison = await add({ file: drawn() });
      await add({ name: 'David Okafor', officeCy: null, place: 2, from: '2026-01-01' });
      await expect(add({ name: 'A third' })).rejects.toMatchObject({ name: 'PlaceIsTaken' });
      await expect(add({ until: '2025-05-06' })).rejects.toMatchObject({ name: 'EndsBeforeItBegins' });
      await expect(add({ place: 2, file: Buffer.from('<svg/>') })).rejects.toMatchObject({
        name: 'NotAPictureForCertificates',
      });
      const { picture } = await part(Signatories).find(ellison);
      expect(await signing('2025-05-05')).toEqual([
        { name: 'Ruth Past', office: 'Chair', officeCy: 'Cadeirydd', signature: 'm-ellison' },
      ]);
      expect(await signing('2025-05-06')).toEqual([
        { name: 'Margaret Ellison', office: 'Chair', officeCy: 'Cadeirydd', picture },
      ]);
      const { facts } = await awarded('Siân Rees');
      expect(facts.signatories).toEqual([
        { name: 'Margaret Ellison', office: 'Chair', officeCy: 'Cadeirydd', picture },
        { name: 'David Okafor', office: 'Chair' },
      ]);
    });

    it('are never changed: a correction and an end take their place, and certificates keep what they say', async () => {
      const signatories = part(Signatories);
      const [okafor] = (await signatories.all()).filter(({ name }) => name === 'David Okafor');
      const before = await awarded('Bob Cole');
      const said = { ...okafor!, name: 'David Okafor CBE', file: drawn('#a5833b'), keeps: true };
      const { id: _id, recordedBy: _by, recordedAt: _at, signature: _s, picture: _p, ...correction } = said;
      const corrected = await signatories.correct(okafor!.id, correction, officer);
      await expect(signatories.correct(okafor!.id, correction, officer)).rejects.toMatchObject({
        name: 'SignatoryNotFound',
      });
      const { file: _file, ...without } = correction;
      const again = await signatories.correct(corrected, { ...without, officeCy: 'Pennaeth' }, officer);
      expect((await signatories.find(again)).picture).toMatch(/^[0-9a-f]{64}$/);
      const ended = await signatories.end(again, '2026-12-01', officer);
      await expect(signatories.end(ended, '2027-01-01', officer)).rejects.toMatchObject({ name: 'HasEndedAlready' });
      expect(await signing('2026-11-30')).toHaveLength(2);
      expect(await signing('2026-12-01')).toHaveLength(1);
      expect((await part(Certificates).find(before.id))!.facts.signatories[1]!.name).toBe('David Okafor');
      for (const act of [
        `update signatory set name = 'Eve' where id = '${ended}'`,
        `update signatory set superseded_at = null, superseded_by = null where id = '${again}'`,
        `delete from signatory where id = '${ended}'`,
      ])
        await expect(rows(act)).rejects.toThrow(/superseded once/);
      const [trail] = await rows<{ actions: string[] }>(
        `select array_agg(distinct action order by action) as actions from audit_event where action like 'signatory.%'`,
      );
      expect(trail!.actions).toEqual(['signatory.added', 'signatory.corrected', 'signatory.ended']);
    });

    it('are one a place, whoever enters them at the same moment', async () => {
      const both = await Promise.allSettled(
        ['One', 'Two'].map((name) => add({ name, place: 2, from: '2030-01-01', until: null })),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('the council’s arms', () => {
    const NEW = { alt: 'Arms of Northmoor', altCy: 'Arfau Northmoor', startsOn: '2026-12-01' };
    const propose = (more: object = {}) => part(CouncilMarks).propose({ ...NEW, file: drawn(), ...more }, officer);

    it('are set by one who is alone, said so; else they take two, an administrator too', async () => {
      expect(await markOn('2026-12-01')).toBeUndefined();
      const first = await propose({ startsOn: '2026-11-01', altCy: null });
      expect(first.is).toBe('confirmed alone');
      expect(await markOn('2026-10-31')).toBeUndefined();
      await aPerson(awarding.database.source, { id: administrator, name: 'Ada Root', roles: ['administrator'] });
      const { id, is } = await propose({ file: drawn('#803020') });
      expect(is).toBe('waiting');
      await expect(propose()).rejects.toMatchObject({ name: 'MarkWaits' });
      const marks = part(CouncilMarks);
      await expect(marks.confirm(id, officer)).rejects.toMatchObject({ name: 'OwnMark' });
      await expect(marks.confirm(id, randomUUID())).rejects.toMatchObject({ kind: 'not-allowed' });
      const fresh = randomUUID();
      await awarding.given.anOfficer(fresh, new Date(awarding.clock.now().getTime() + 1000));
      await expect(marks.confirm(id, fresh)).rejects.toMatchObject({ name: 'TooNewToConfirm' });
      expect(await markOn('2026-12-01')).toMatchObject({ alt: 'Arms of Northmoor' });
      // A Monday.
      awarding.clock.advance(86_400_000);
      for (let again = 0; again < 2; again++) await awarding.nest.get(ApprovalLetters).work();
      awarding.clock.advance(-86_400_000);
      const letters = await Promise.all(
        [administrator, officer].map(async (one) =>
          awarding.lettersTo((await rows<{ email: string }>('select email from person where id = $1', one))[0]!.email),
        ),
      );
      expect(letters.map((all) => all.map(({ subject }) => subject))).toEqual([
        ['Arms or a logo for certificates wait for you to confirm them'],
        [],
      ]);
      expect(letters[0]![0]!.text).toContain(`/admin/council-mark/${id}`);
      await marks.confirm(id, administrator);
      await expect(marks.confirm(id, administrator)).rejects.toMatchObject({ name: 'MarkIsDecided' });
      const [before, after] = [await markOn('2026-11-30'), await markOn('2026-12-01')];
      expect(before).toEqual({ picture: expect.any(String), alt: 'Arms of Northmoor' });
      expect(after).toMatchObject({ altCy: 'Arfau Northmoor' });
      expect(after!.picture).not.toBe(before!.picture);
    });

    it('fall with whoever proposed them, and no program writes past the second person', async () => {
      const { id } = await propose({ startsOn: '2027-01-01' });
      const write = (outcome: string, by: string) =>
        rows(
          'update council_mark set outcome = $2, decided_by = $3, decided_at = now() where id = $1',
          id,
          outcome,
          by,
        );
      await expect(write('confirmed', officer)).rejects.toThrow(/council_mark_takes_two/);
      await expect(write('confirmed_alone', administrator)).rejects.toThrow(/council_mark_takes_two/);
      await expect(rows(`update council_mark set alt = 'x' where id = $1`, id)).rejects.toThrow(/decided once/);
      await part(CouncilMarks).refuse(id, administrator);
      await expect(rows(`update council_mark set alt = 'x' where id = $1`, id)).rejects.toThrow(/decided once/);
      expect((await part(CouncilMarks).find(id)).outcome).toBe('refused');
    });

    it('and signatures are there for ever, and missing ones stop the printing', async () => {
      const { picture } = (await markOn('2026-12-01'))!;
      const url = await part(Pictures).dataUrl(picture);
      expect(url).toMatch(/^data:image\/png;base64,iVBOR/);
      await expect(part(Pictures).dataUrl('0'.repeat(64))).rejects.toThrow('is not in the database');
      await expect(rows('delete from picture')).rejects.toThrow('permission denied');
      const many = await Promise.all(
        [1, 2, 3].map(() =>
          inOne<string>((tx) =>
            part(Pictures).keep(tx, { type: 'image/png', width: 8, height: 8, bytes: Buffer.from('same') }),
          ),
        ),
      );
      expect(new Set(many).size).toBe(1);
    });
  });

  describe('a holder’s name', () => {
    const shown = async (number: string, secret?: string) => {
      const result = await part(Verification).check(number, secret);
      return result.outcome === 'found' && result.certificate.fullName;
    };

    it('is shown to whoever its holder chose, and always to whoever has the paper', async () => {
      const { number, secret, personId, id } = await awarded('Ann Baker');
      const names = part(ShownNames);
      const answers = async (link?: string) =>
        [await shown(number), await shown(number, link ?? 'x'.repeat(22)), await shown(number, secret)] as const;
      expect(await answers()).toEqual([false, false, true]);
      await names.choose(personId, 'link');
      const first = (await names.of(personId)).secret!;
      expect(first).not.toBe(secret);
      expect(await answers(first)).toEqual([false, true, true]);
      const other = await awarded('Not Ann');
      expect(await shown(other.number, first)).toBe(false);
      await names.choose(personId, 'link');
      expect((await names.of(personId)).secret).toBe(first);
      await names.renewLink(personId);
      expect(await answers(first)).toEqual([false, false, true]);
      const second = (await names.of(personId)).secret!;
      await names.choose(personId, 'public');
      expect(await answers(second)).toEqual([true, true, true]);
      expect((await names.of(personId)).secret).toBeNull();
      await names.choose(personId, 'paper');
      expect(await answers(second)).toEqual([false, false, true]);
      expect(await shown(number, '')).toBe(false);
      await names.choose(personId, 'public');
      const two = randomUUID();
      await awarding.given.anOfficer(two);
      const revocations = part(Revocations);
      await revocations.confirm(id, await revocations.propose(id, { by: officer, reason: 'In error' }), two);
      expect(await answers()).toEqual([false, false, true]);
      const trail = await rows<{ detail: object }>(`select detail from audit_event where action like 'name-shown.%'`);
      expect(JSON.stringify(trail)).not.toContain(second);
    });
  });
});
