import { SmokeOffice } from './smoke-office';
import { MainJob } from './smoke-main-job';
import { WholeLife } from './smoke-whole-life';
import { type RunningSystem } from './system';

type Print = (line: string) => void;

/**
 * The main job and the turns a ticket's life can take, over HTTP and SMTP like any user: prints a line a step; false
 * when one failed, after which the rest is not tried.
 */
export async function runSmoke(system: RunningSystem, print: Print): Promise<boolean> {
  const office = new SmokeOffice(system);
  const job = new MainJob(office);
  const life = new WholeLife(office);
  const steps: readonly [string, () => Promise<string>][] = [
    ['staff log in', () => job.logIn()],
    ['minutes are previewed, then imported', () => job.importMinutes()],
    ['every line has a ticket with owner and both deadlines', () => job.placed()],
    ['e-mails arrive', () => job.lettersArrive()],
    ['the same file again adds nothing', () => job.importAgain()],
    ['a ticket falls overdue and escalates, each level once', () => job.escalates()],
    ['a ticket is accepted, solved, approved, rated and closed', () => job.closes()],
    ['the reporter sees it all and no contact data', () => job.tracks()],
    ['a wrong assignment is returned and dispatched anew', () => life.returned()],
    ['an extension is granted, and the reporter is told', () => life.extended()],
    ['the clock is paused and goes on', () => life.paused()],
    ['supervision and an instruction are answered before the result', () => life.supervised()],
    ['a follow-up finds it unsolved; done again, it is solved', () => life.followedUp()],
    ['a duplicate is merged, and its reporter is told', () => life.merged()],
    ['every record of tickets and configuration is verified', () => job.audits()],
  ];
  const started = Date.now();
  for (const [index, [name, step]] of steps.entries()) {
    const label = `${String(index + 1).padStart(2)}/${steps.length} ${name}`;
    try {
      print(`ok   ${label}: ${await step()}`);
    } catch (error) {
      print(`FAIL ${label}: ${error instanceof Error ? error.message : String(error)}`);
      return false;
    }
  }
  print(`smoke passed: ${steps.length} steps in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return true;
}
