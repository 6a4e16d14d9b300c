import { type Category } from '@app/domain';

const policies = { normal: 'standard', urgent: 'urgent', danger: 'danger' } as const;

/** Kinds of problem, each with the department that answers for it. */
export const CATEGORIES: readonly Category[] = [
  {
    code: 'canteen',
    name: '食堂餐饮',
    aliases: ['食堂', '餐饮', '饮食', '伙食'],
    department: 'catering',
    policies,
  },
  {
    code: 'food-safety',
    name: '食品安全',
    aliases: ['食物中毒', '食品卫生'],
    department: 'catering',
    // Danger to health whatever priority was given: other priorities fall back to this one.
    policies: { normal: 'danger' },
  },
  {
    code: 'water',
    name: '供水与浴室',
    aliases: ['供水', '用水', '浴室', '开水', '水'],
    department: 'energy',
    policies,
  },
  {
    code: 'electricity',
    name: '供电照明',
    aliases: ['供电', '用电', '照明', '路灯', '电'],
    department: 'energy',
    policies,
  },
  {
    code: 'heating',
    name: '供暖',
    aliases: ['暖气', '供热', '采暖', '暖'],
    department: 'energy',
    policies,
  },
  {
    code: 'building',
    name: '楼宇与公共设施维修',
    aliases: ['楼宇', '房屋维修', '公共设施', '维修', '电梯'],
    department: 'property',
    policies,
  },
  {
    code: 'dormitory',
    name: '学生公寓',
    aliases: ['宿舍', '公寓', '住宿'],
    department: 'property',
    policies,
  },
  {
    code: 'environment',
    name: '校园环境',
    aliases: ['环境卫生', '卫生', '保洁', '绿化', '垃圾'],
    department: 'property',
    policies,
  },
  {
    code: 'transport',
    name: '校园交通',
    aliases: ['交通', '车辆', '通勤', '班车', '停车'],
    department: 'office',
    policies,
  },
  {
    code: 'other',
    name: '其他',
    aliases: ['综合', '其它'],
    department: 'office',
    policies,
  },
];
