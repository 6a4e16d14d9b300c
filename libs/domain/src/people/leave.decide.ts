import { departmentsOf, hasWork } from './duty.decide';
import { type ActingHead, type Department, type Leave, type Person } from './people.types';
import { type Standing } from './standing.decide';

/** What is wrong with a leave or an acting headship: a JSON pointer (RFC 6901) and a sentence for people. */
export interface DutyFault {
  readonly pointer: string;
  readonly message: string;
}

type Period = Pick<Leave, 'from' | 'to'>;

/**
 * The faults of a leave, none where it may be granted: it ends after it begins and after now; the stand-in is
 * employed, is not the person, can do their work and is there all the time; and whoever stands in for somebody in
 * that time leaves a stand-in behind. Hence stand-ins never form a circle, but where two leaves are set at the very
 * same moment, and `standInOf` ends there.
 */
export function validateLeave(
  person: Person,
  leave: Leave,
  { people, now }: { readonly people: readonly Person[]; readonly now: Date },
): readonly DutyFault[] {
  const faults = periodFaults(leave, now);
  const fault = (message: string) => faults.push({ pointer: '/standIn', message });
  if (leave.standInId === undefined) {
    const away = people.find((other) => other.leave?.standInId === person.id && overlap(other.leave, leave));
    if (away) fault(`此期间正代理${away.name}，须指定代理人`);
    return faults;
  }
  const standIn = people.find(({ id }) => id === leave.standInId);
  if (!standIn?.active) fault('没有这个人员，或其账号已停用');
  else if (standIn.id === person.id) fault('代理人不能是本人');
  else if (!canDoTheWorkOf(person, standIn))
    fault('代理人须是同一部门的责任人或负责人；无部门的须担任同一职务');
  else if (standIn.leave && overlap(standIn.leave, leave)) fault('代理人在此期间也不在岗');
  return faults;
}

/** The faults of an acting headship, none where it may be given: an owner or head, there all the time. */
export function validateActingHead(
  person: Person,
  acting: ActingHead,
  { departments, now }: { readonly departments: readonly Department[]; readonly now: Date },
): readonly DutyFault[] {
  const faults = periodFaults(acting, now);
  const fault = (pointer: string, message: string) => faults.push({ pointer, message });
  if (!departments.some(({ code }) => code === acting.department)) fault('/department', '没有这个部门');
  else if (headsOnTheirOwn(person, acting.department)) fault('/department', '本就是该部门负责人');
  if (!person.active || !hasWork(person)) fault('', '代理负责人须是在职的责任人或负责人');
  if (person.leave && overlap(person.leave, acting)) fault('/from', '此期间不在岗');
  return faults;
}

/**
 * Whether someone may set a person's leave: their own, that of people in departments headed; administrators all. A
 * head's leave is not for those who head in the head's place: they could stay there as long as they like.
 */
export function mayManageLeave(actor: Person, { headOf }: Pick<Standing, 'headOf'>, person: Person): boolean {
  return (
    actor.role === 'admin' ||
    actor.id === person.id ||
    departmentsOf(person).some(
      (department) =>
        headOf.includes(department) &&
        (headsOnTheirOwn(actor, department) || !headsOnTheirOwn(person, department)),
    )
  );
}

/** Whether someone may name the acting head: administrators, and the head, but neither themselves nor one who acts. */
export function mayNameActingHead(actor: Person, department: string, person: Person): boolean {
  return actor.role === 'admin' || (headsOnTheirOwn(actor, department) && actor.id !== person.id);
}

function headsOnTheirOwn(person: Person, department: string): boolean {
  return person.role === 'head' && departmentsOf(person).includes(department);
}

function canDoTheWorkOf(person: Person, standIn: Person): boolean {
  const departments = departmentsOf(person);
  if (departments.length === 0) return standIn.role === person.role;
  return hasWork(standIn) && departmentsOf(standIn).some((department) => departments.includes(department));
}

function periodFaults({ from, to }: Period, now: Date): DutyFault[] {
  if (to <= from) return [{ pointer: '/to', message: '结束时间须晚于开始时间' }];
  return to <= now ? [{ pointer: '/to', message: '结束时间已过' }] : [];
}

function overlap(a: Period, b: Period): boolean {
  return a.from < b.to && b.from < a.to;
}
