import { type Person, type Role } from '@app/domain';

/** A person of the demonstration; such accounts exist only where demo data was asked for. */
export interface DemoPerson extends Person {
  readonly demo: true;
}

/** Invented names; addresses lie in a reserved domain (RFC 2606), so no letter can leave for a real one. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...team('catering', 'canteen', ['马建国', '李秀兰', '王海涛', '赵文静']),
  ...team('energy', 'energy', ['陈志强', '刘玉梅', '杨晓东', '周立新']),
  ...team('property', 'property', ['张丽华', '孙永刚', '何春燕', '郭俊杰']),
  ...team('office', 'office', ['徐明远', '宋雅琴', '冯国栋', '曹雪莲']),
  person('dispatcher1', '韩晓敏', 'dispatcher'),
  person('dispatcher2', '邓立平', 'dispatcher'),
  person('verifier1', '谢婷婷', 'verifier'),
  person('verifier2', '潘卫东', 'verifier'),
  person('director', '梁建华', 'director'),
  person('leader', '郑怀远', 'leader'),
  person('admin', '唐思远', 'admin'),
  person('student1', '李小雨', 'reporter'),
  person('teacher1', '吴敏', 'reporter'),
];

/** The head first, then the owners. */
function team(
  department: string,
  prefix: string,
  [head, ...owners]: readonly [string, ...string[]],
): DemoPerson[] {
  return [
    person(`${prefix}.head`, head, 'head', department),
    ...owners.map((name, index) => person(`${prefix}.owner${index + 1}`, name, 'owner', department)),
  ];
}

function person(username: string, name: string, role: Role, department?: string): DemoPerson {
  return {
    id: `demo-${username.replace('.', '-')}`,
    username,
    name,
    role,
    ...(department === undefined ? {} : { department }),
    email: `${username}@duban.example`,
    active: true,
    onDuty: true,
    demo: true,
  };
}
