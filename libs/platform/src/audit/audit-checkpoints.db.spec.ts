import { appendFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AuditKey, checkpointsAreGone } from '@induct/platform';
import { AuditTrial } from '../../test/audit-trial';
import { auditKeyFile } from './audit-key';
import { CheckpointFile } from './checkpoint-file';

let trial: AuditTrial;
beforeAll(async () => {
  trial = await AuditTrial.open();
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

describe('the checkpoints of the audit trail', () => {
  it('shows a cut or empty end by the checkpoints', async () => {
    await trial.records(5);
    await trial.checkpoints.write();
    await trial.behindItsBack('delete from audit_event where id > 3');
    expect(await trial.harm()).toEqual(['cut', '5', 3]);
    expect((await trial.verdict()).harm!.words).toContain('had 5 events');
    await trial.behindItsBack('truncate audit_event cascade');
    expect(await trial.harm()).toEqual(['cut', '5', 0]);
  });

  it('says that its checkpoints are gone, as soon as there should be some', async () => {
    const after = (minutes: number) => new Date(trial.clock.now().getTime() + minutes * 60_000);
    expect(checkpointsAreGone(await trial.lines(), await trial.verdict(), after(60))).toBeUndefined();
    await trial.records(2);
    expect(checkpointsAreGone(await trial.lines(), await trial.verdict(), after(5))).toBeUndefined();
    expect(checkpointsAreGone(await trial.lines(), await trial.verdict(), after(11))).toContain('checkpoints are gone');
    await trial.checkpoints.write();
    expect(checkpointsAreGone(await trial.lines(), await trial.verdict(), after(11))).toBeUndefined();
  });

  it('shows by a checkpoint from the minutes what somebody with the key and the files has made anew', async () => {
    await trial.records(3);
    await trial.checkpoints.write();
    const [minuted] = await trial.lines();
    expect((await trial.verdict([minuted!.replaceAll(' ', '\n ')])).harm).toBeUndefined();
    rmSync(join(trial.dataDir, 'audit'), { recursive: true });
    await trial.behindItsBack('truncate audit_event restart identity cascade');
    await trial.records(2);
    await trial.record('other');
    expect((await trial.verdict()).harm).toBeUndefined();
    expect(await trial.harm([minuted!])).toEqual(['rewritten', '3', 2]);
    expect(await trial.harm([minuted!.replace('3 events', '2 events')])).toEqual(['false checkpoint', undefined, 0]);
    expect(await trial.harm(['Minutes of the meeting'])).toEqual(['false checkpoint', undefined, 0]);
  });

  it('writes a checkpoint at the start, when something was added, once a day, and at the end', async () => {
    await trial.records(1);
    await trial.checkpoints.onApplicationBootstrap();
    await trial.checkpoints.write();
    expect(await trial.lines()).toHaveLength(1);
    await trial.records(1);
    await trial.checkpoints.write();
    expect(await trial.lines()).toHaveLength(2);
    trial.clock.advance(24 * 3_600_000);
    await trial.checkpoints.write();
    expect(await trial.lines()).toHaveLength(3);
    await trial.records(1);
    await trial.checkpoints.onApplicationShutdown();
    expect(await trial.lines()).toHaveLength(4);
    expect((await trial.verdict()).harm).toBeUndefined();
  });

  it.each([5, 90, 190])('goes on after a checkpoint of which the disk took only %i characters', async (length) => {
    const { path } = new CheckpointFile(trial.dataDir);
    await trial.records(1);
    await trial.checkpoints.write();
    appendFileSync(path, readFileSync(path, 'utf8').slice(0, length));
    expect(await trial.harm()).toEqual([undefined, undefined, 1]);
    await trial.records(1);
    await trial.checkpoints.write();
    await trial.checkpoints.write();
    expect(await trial.lines()).toHaveLength(2);
    expect(await trial.harm()).toEqual([undefined, undefined, 2]);
    writeFileSync(path, readFileSync(path, 'utf8').replace(/hash ./, 'hash x'));
    expect(await trial.harm()).toEqual(['false checkpoint', undefined, 0]);
  });
});

describe('the key of the audit trail', () => {
  it.each(['', 'abc', 'x'.repeat(64)])('is not written with a key file of which only %p is left', async (left) => {
    await trial.records(1);
    writeFileSync(auditKeyFile(trial.dataDir), left);
    const other = new AuditKey({ DATA_DIR: trial.dataDir, AUDIT_KEY: undefined });
    expect(() => other.hash(Buffer.alloc(32), 'event')).toThrow(/audit\.key is damaged/);
  });

  it('keeps its key and its checkpoints for their owner alone', async () => {
    await trial.records(1);
    await trial.checkpoints.write();
    const file = auditKeyFile(trial.dataDir);
    expect(readFileSync(file, 'utf8')).toMatch(/^[0-9a-f]{64}$/);
    const modes = [file, join(file, '..'), new CheckpointFile(trial.dataDir).path].map(
      (path) => statSync(path).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o700, 0o600]);
    expect(new AuditKey({ DATA_DIR: trial.dataDir, AUDIT_KEY: undefined }).id).toBe(trial.key.id);
    expect(new AuditKey({ DATA_DIR: trial.dataDir, AUDIT_KEY: 'x'.repeat(32) }).id).not.toBe(trial.key.id);
  });
});
