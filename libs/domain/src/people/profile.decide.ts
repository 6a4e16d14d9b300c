import { type Department, type Person } from './people.types';

/** What is wrong with a person's profile: a JSON pointer (RFC 6901) and a sentence for the administrator. */
export interface ProfileFault {
  readonly pointer: string;
  readonly message: string;
}

const USERNAME = /^[a-z0-9][a-z0-9._-]{1,63}$/;
/** Passwords at least this long; length beats rules about signs (NIST SP 800-63B, 3.1.1.2). */
export const SHORTEST_PASSWORD = 12;

/** The faults of a profile: whoever handles tickets works in a department, and every department named is in use. */
export function profileFaults(
  { username, role, department, alsoIn = [] }: Pick<Person, 'username' | 'role' | 'department' | 'alsoIn'>,
  departments: readonly Department[],
): readonly ProfileFault[] {
  const named = [
    ...(department === undefined ? [] : [{ pointer: '/department', code: department }]),
    ...alsoIn.map((code, index) => ({ pointer: `/alsoIn/${index}`, code })),
  ];
  return [
    ...(USERNAME.test(username)
      ? []
      : [{ pointer: '/username', message: '用户名由小写字母、数字和 . _ - 组成，至少 2 个字符' }]),
    ...((role === 'owner' || role === 'head') && department === undefined
      ? [{ pointer: '/department', message: '责任人和负责人须有所属部门' }]
      : []),
    ...(department === undefined && alsoIn.length > 0
      ? [{ pointer: '/alsoIn', message: '没有主要部门，不能兼任其他部门' }]
      : []),
    ...named.flatMap(({ pointer, code }, index) => {
      const found = departments.find((each) => each.code === code);
      if (!found) return [{ pointer, message: `没有部门 ${code}` }];
      if (found.active === false) return [{ pointer, message: `部门 ${code} 已停用` }];
      return named.findIndex((other) => other.code === code) === index
        ? []
        : [{ pointer, message: `部门 ${code} 重复` }];
    }),
  ];
}

/** Why a password cannot be taken, undefined where it can. */
export function passwordFault(password: string, username: string): string | undefined {
  if (password.length < SHORTEST_PASSWORD) return `密码至少 ${SHORTEST_PASSWORD} 个字符`;
  if (password.toLowerCase().includes(username.toLowerCase())) return '密码不能包含用户名';
  return new Set(password).size < 4 ? '密码过于简单' : undefined;
}
