import type { ChildProcess } from 'node:child_process';
import type { DataFolder } from './data-folder';
import { exitCodeOf, identify, sleep, stopProcess } from './processes';

/** One server of the stack: how to start it, and how to ask it to stop. */
export interface ServerSpec {
  readonly role: string;
  readonly port?: number;
  /**
   * Starts the process and tells `spawned` at once; resolves when it answers, rejects when it ended or did not in time.
   */
  start(spawned: (child: ChildProcess) => void): Promise<ChildProcess>;
  /** The process to signal when it is not the child itself. */
  target?(child: ChildProcess): number;
  readonly stopSignal: NodeJS.Signals;
}

const RESTARTS_PER_MINUTE = 5;

/** Keeps one server running until told to stop: a server that dies is started again on the same data and port. */
export class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  private restarting: Promise<void> = Promise.resolve();
  private readonly restarts: number[] = [];

  constructor(
    private readonly spec: ServerSpec,
    private readonly folder: DataFolder,
    private readonly log: (line: string) => void,
  ) {}

  get role(): string {
    return this.spec.role;
  }

  /** The server's pid; undefined while it is not running. */
  get pid(): number | undefined {
    const { child } = this;
    return child && child.exitCode === null && child.signalCode === null
      ? (this.spec.target?.(child) ?? child.pid)
      : undefined;
  }

  async start(): Promise<void> {
    const child = await this.spec.start((spawned) => this.note(spawned.pid));
    this.child = child;
    this.note(this.pid);
    const ended = (): void => {
      if (this.stopping || this.child !== child) return;
      this.log(
        `${this.spec.role} ended unexpectedly (${exitCodeOf(child.exitCode, child.signalCode)}); starting it again`,
      );
      this.restarting = this.restart();
    };
    if (child.exitCode !== null || child.signalCode !== null) ended();
    else child.once('exit', ended);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.restarting;
    const identity = this.pid === undefined ? undefined : identify(this.pid);
    if (identity) await stopProcess(identity, this.spec.stopSignal);
    this.folder.forget(this.spec.role);
  }

  private note(pid: number | undefined): void {
    const identity = pid === undefined ? undefined : identify(pid);
    if (identity) this.folder.record(this.spec.role, identity, this.spec.port);
  }

  private async restart(): Promise<void> {
    while (!this.stopping) {
      const now = Date.now();
      this.restarts.push(now);
      if (this.restarts.filter((at) => at > now - 60_000).length > RESTARTS_PER_MINUTE) {
        this.log(`${this.spec.role} keeps ending; giving it up`);
        return;
      }
      try {
        await this.start();
        return;
      } catch (error) {
        this.log(`${this.spec.role} did not start: ${String(error)}`);
        await sleep(1000);
      }
    }
  }
}
