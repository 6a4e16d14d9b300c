import {
  type ActingHead,
  canonical,
  type ConfigurationChange,
  type DutyFault,
  type Leave,
  mayManageLeave,
  mayNameActingHead,
  type OfficeChange,
  type Person,
  type PersonDuties,
  standingOf,
  validateActingHead,
  validateLeave,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../ports/clock.port';
import { Directory } from '../ports/directory.port';
import { Ids } from '../ports/ids.port';
import { OfficeRepository } from '../ports/office-repository.port';
import { done, type Refusal, refused, type Result } from '../result.types';

/** A leave as it is asked for: the stand-in by user name. */
export interface LeaveRequest extends Omit<Leave, 'standInId'> {
  readonly standIn?: string;
}

/** How often somebody else may change the office first before this gives up. */
const TRIES = 50;

interface Situation {
  readonly staff: readonly Person[];
  readonly now: Date;
}
type Duties = Omit<PersonDuties, 'code'>;
type Decide = (person: Person, situation: Situation) => Result<Duties>;

/** Leave with a stand-in, and acting headships: set by whoever may, checked against all that others have set. */
@Injectable()
export class DutyDesk {
  constructor(
    private readonly office: OfficeRepository,
    private readonly directory: Directory,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Sets the leave of a person in place of the one there was; answers the person. */
  setLeave(username: string, { standIn, ...leave }: LeaveRequest, by: Person): Promise<Result<Person>> {
    return this.change(username, by, (person, { staff, now }) => {
      if (!mayManageLeave(by, standingOf(by, staff, now), person)) return notAllowed();
      const standInId = standIn === undefined ? undefined : (named(standIn, staff)?.id ?? standIn);
      const asked: Leave = { ...leave, ...(standInId === undefined ? {} : { standInId }) };
      const faults = validateLeave(person, asked, { people: staff, now });
      return faults.length > 0 ? invalid(faults) : done({ ...dutiesOf(person), leave: asked });
    });
  }

  /** Ends a leave, be it over or still to come; who has none stays as they are. */
  endLeave(username: string, by: Person): Promise<Result<Person>> {
    return this.change(username, by, (person, { staff, now }) => {
      if (!mayManageLeave(by, standingOf(by, staff, now), person)) return notAllowed();
      const { leave: _, ...rest } = dutiesOf(person);
      return done(rest);
    });
  }

  /** Makes a person the acting head of a department for a time, in place of what was said of it before. */
  async setActingHead(username: string, acting: ActingHead, by: Person): Promise<Result<Person>> {
    const departments = await this.directory.departments();
    return this.change(username, by, (person, { now }) => {
      if (!mayNameActingHead(by, acting.department, person)) return notAllowed();
      const faults = validateActingHead(person, acting, { departments, now });
      if (faults.length > 0) return invalid(faults);
      return done({
        ...dutiesOf(person),
        actingHeadOf: [...actingElsewhere(person, acting.department), acting],
      });
    });
  }

  endActingHead(username: string, department: string, by: Person): Promise<Result<Person>> {
    return this.change(username, by, (person) => {
      if (!mayNameActingHead(by, department, person)) return notAllowed();
      const { actingHeadOf: _, ...rest } = dutiesOf(person);
      const others = actingElsewhere(person, department);
      return done({ ...rest, ...(others.length === 0 ? {} : { actingHeadOf: others }) });
    });
  }

  /** Decides on what is stored and stores it if that still holds; otherwise decides anew. */
  private async change(username: string, by: Person, decide: Decide): Promise<Result<Person>> {
    const id = this.ids.next();
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const { revision } = await this.office.read();
      const staff = await this.office.staff();
      const person = named(username, staff);
      if (!person) return noSuchPerson(username);
      const now = this.clock.now();
      const decided = decide(person, { staff, now });
      if (!decided.ok) return decided;
      if (canonical(decided.value) === canonical(dutiesOf(person))) return done(person);
      const change: OfficeChange = { kind: 'duties', item: { code: person.id, ...decided.value } };
      const entry = entryOf(person, decided.value, { id, at: now, by });
      if (await this.office.commit(revision, [change], [entry]))
        return done({ ...withoutDuties(person), ...decided.value });
    }
    return refused('SERVER.UNAVAILABLE', '人员信息正被频繁修改，请稍后再试');
  }
}

export function named(username: string, people: readonly Person[]): Person | undefined {
  const name = username.toLowerCase();
  return people.find((person) => person.username === name);
}

export function noSuchPerson(username: string): { readonly ok: false; readonly error: Refusal } {
  return refused('PERSON.NOT_FOUND', `There is nobody called ${username}.`);
}

function notAllowed() {
  return refused('PERSON.NOT_ALLOWED', 'Leave is set by oneself, the head and the administrator.');
}

function invalid(faults: readonly DutyFault[]) {
  const errors = faults.map(({ pointer, message }) => ({ pointer, detail: message }));
  return refused('PERSON.DUTIES_INVALID', 'This cannot be set as it is.', errors);
}

function dutiesOf({ leave, actingHeadOf }: Person): Duties {
  return { ...(leave ? { leave } : {}), ...(actingHeadOf ? { actingHeadOf } : {}) };
}

function withoutDuties({ leave: _leave, actingHeadOf: _actingHeadOf, ...person }: Person): Person {
  return person;
}

function actingElsewhere({ actingHeadOf = [] }: Person, department: string): readonly ActingHead[] {
  return actingHeadOf.filter((acting) => acting.department !== department);
}

/** As the log tells it: a note may say why somebody is away, which is nobody else's affair. */
function entryOf(
  person: Person,
  after: Duties,
  { id, at, by }: { readonly id: string; readonly at: Date; readonly by: Person },
): ConfigurationChange {
  return {
    id,
    at,
    actor: { kind: 'person', id: by.id, name: by.name },
    kind: 'person',
    subject: person.id,
    before: withoutNote(dutiesOf(person)),
    after: withoutNote(after),
  };
}

function withoutNote({ leave, ...rest }: Duties): Duties {
  if (!leave) return rest;
  const { note: _, ...period } = leave;
  return { ...rest, leave: period };
}
