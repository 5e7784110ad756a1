import type { Available, Navigated, NavigationRequest } from '@induct/scorm';
import type { NoticeWords } from '../page/notice';
import type { Dialect } from '../run-time/dialect';
import type { MakeEngine } from '../run-time/engine';
import { Player } from '../playing/player';
import { CallLog } from './call-log';
import { exposeLogged } from './logged-api';
import { OrderPanel } from './order-panel';
import { Panel } from './panel';
import { type Place, placeIn, placeWords } from './place';
import type { PreviewState } from './preview-state';
import { FAILED, moduleEnded, previewPartEnded, websiteClosed } from './preview-words';
import { ask } from './requests';

const SAVE_PATIENCE_MS = 5_000;
const LOG_PATIENCE_MS = 2_000;
const PLACE_EVERY_MS = 500;

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** The player as members get it, with the testing panel beside it and every call of the package written down. */
class PreviewPlayer extends Player {
  private readonly log: CallLog;
  private readonly panel: Promise<Panel>;
  /** Of a package with an order. */
  private orderPanel: OrderPanel | undefined;
  /** The tester wants to leave; content that wants to stays in its frame. */
  private exiting = false;
  private placeIsDue = false;
  private stepShown: Navigated | undefined;
  /** Websites that the module asked for something, in vain. */
  private readonly closedHosts = new Set<string>();

  constructor(state: PreviewState, dialect: Dialect, makeEngine: MakeEngine) {
    let log: CallLog | undefined;
    super(
      state,
      dialect,
      makeEngine,
      exposeLogged((...call) => log?.add(...call)),
    );
    this.log = log = new CallLog(
      location.pathname,
      () => this.session.sco,
      () => this.session.writing.outbox.keepaliveBytes,
      () => this.placeMayHaveChanged(),
    );
    document.addEventListener('click', (event) => this.noticeExit(event), { capture: true });
    this.log.opened(this.kindOfPart());
    this.panel = this.furniture.then(
      () =>
        new Panel({
          id: state.launch.id,
          address: location.pathname,
          place: () => this.place(),
          beforeRecording: () => this.everythingArrived(),
          move: (to) => this.move(to),
          words: (place) => this.words(place),
          threadOf: (findingId) => `${state.preview.findingsUrl}/${findingId}`,
        }),
    );
    void this.panel.then((panel) => panel.start());
  }

  protected override play(): void {
    this.exiting = false;
    this.log.opened(this.kindOfPart());
    super.play();
    this.placeMayHaveChanged();
  }

  protected override orderShown(now: Available): void {
    const { state, went } = this.session.steps!.standing();
    this.orderPanel ??= new OrderPanel(this.state.sequencing!);
    // What was asked in vain since stays until something comes of a step.
    if (went !== this.stepShown) this.orderPanel.step(went);
    this.stepShown = went;
    this.orderPanel.stands(state, now, this.session.steps!.sequencer.now());
  }

  protected override askedInVain(request: NavigationRequest): void {
    this.orderPanel?.step(this.session.steps!.tryOut(request));
  }

  /** Of each website once: a page that lacks its scripts asks for many. */
  protected override notLetIn(what: string, address: string): void {
    const host = URL.canParse(address) ? new URL(address).host : '';
    if (host === '' || this.closedHosts.has(host)) return;
    this.closedHosts.add(host);
    this.show(({ notes }) =>
      notes.show(
        'closed',
        websiteClosed([...this.closedHosts], what.startsWith('script'), () => notes.hide('closed')),
      ),
    );
  }

  /** Members are taken to the end-of-module page when content asks for it; a tester may still have something to say. */
  protected override async leave(): Promise<void> {
    if (this.exiting) {
      await Promise.race([this.log.flush(), pause(LOG_PATIENCE_MS)]);
      return super.leave();
    }
    const { frame, notice } = await this.furniture;
    await frame.empty();
    this.session.close();
    const again = () => (this.order ? location.reload() : void this.open(this.session.sco));
    notice.show(moduleEnded(again, () => this.exit(), this.backTo()));
  }

  /** Testers record it as a finding; in the log it is where it happened. */
  protected override async reportTouch(): Promise<void> {
    this.log.add('page changed', '', '', '', '');
  }

  protected override async ended(): Promise<NoticeWords> {
    if (this.order) return super.ended();
    const { sco } = this.session;
    const id = this.parts.following(sco);
    const next = id === undefined ? undefined : { title: this.titleOf(id), go: () => void this.open(id) };
    const again = () => void this.open(sco);
    if (this.parts.ids.length < 2) return moduleEnded(again, () => this.exit(), this.backTo());
    return previewPartEnded(this.titleOf(sco), next, again, () => this.exit(), this.backTo());
  }

  /** The next page of the preview begins elsewhere. @returns what went wrong; nothing when the page is being loaded anew */
  private async move(to: { findingId?: string }): Promise<string | undefined> {
    const { frame } = await this.furniture;
    await frame.empty();
    this.session.close();
    const saved = await this.everythingArrived();
    const sent = saved ? await ask(`${location.pathname}/go-to`, to) : undefined;
    if (sent?.ok) {
      location.reload();
      return undefined;
    }
    await this.open(this.session.sco);
    return sent?.message ?? FAILED.notMoved;
  }

  /** The server has the place and the calls up to now. @returns false when it has not after a while */
  private async everythingArrived(): Promise<boolean> {
    this.session.writing.recorder.flush();
    const until = performance.now() + SAVE_PATIENCE_MS;
    while (!this.session.writing.outbox.isEmpty && performance.now() < until) await pause(50);
    await Promise.race([this.log.flush(), pause(LOG_PATIENCE_MS)]);
    return this.session.writing.outbox.isEmpty;
  }

  private exit(): void {
    this.exiting = true;
    void this.leave();
  }

  private noticeExit({ target }: Event): void {
    if ((target as Element).closest('[data-exit]')) this.exiting = true;
  }

  private place(): Place {
    const { sco } = this.session;
    return placeIn(this.dialect.global, sco, this.session.current().snapshot());
  }

  private words({ sco, location: at, progress }: Place): string {
    if (sco === '') return 'No part is open';
    const part: [number, number] = [this.parts.ids.indexOf(sco) + 1, this.parts.ids.length];
    return placeWords({ location: at, progress }, this.titleOf(sco), part);
  }

  /** Content may call a hundred times in one breath. */
  private placeMayHaveChanged(): void {
    if (this.placeIsDue) return;
    this.placeIsDue = true;
    setTimeout(() => {
      this.placeIsDue = false;
      void this.panel.then((panel) => panel.showPlace());
    }, PLACE_EVERY_MS);
  }

  private titleOf(sco: string): string {
    return this.parts.title(sco, this.state.course.title);
  }

  private kindOfPart(): 'sco' | 'asset' {
    return this.state.scos[this.session.sco]?.scormType ?? 'sco';
  }

  private backTo(): string {
    return document.querySelector('[data-exit]')!.textContent.trim();
  }
}

export function startPreview(state: PreviewState, dialect: Dialect, makeEngine: MakeEngine): PreviewPlayer {
  return new PreviewPlayer(state, dialect, makeEngine);
}
