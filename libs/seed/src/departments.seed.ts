import { type Department } from '@app/domain';

/** The four departments of domain.md; an administrator may change all of it. */
export const DEPARTMENTS: readonly Department[] = [
  {
    code: 'catering',
    name: '饮食服务中心',
    aliases: ['饮食中心', '餐饮中心', '餐饮服务中心', '伙食科', '食堂'],
    defaultCategory: 'canteen',
  },
  {
    code: 'energy',
    name: '能源服务中心',
    aliases: ['能源中心', '水电暖中心', '水电中心', '水电科', '动力中心', '供暖中心', '锅炉房', '浴室'],
    defaultCategory: 'electricity',
  },
  {
    code: 'property',
    name: '物业服务中心',
    aliases: [
      '物业中心',
      '物业',
      '公寓中心',
      '公寓管理中心',
      '宿管中心',
      '宿舍管理中心',
      '绿化科',
      '维修中心',
    ],
    defaultCategory: 'building',
  },
  {
    code: 'office',
    name: '后勤机关',
    aliases: ['机关', '后勤处', '后勤管理处', '后勤办公室', '后勤办', '综合科'],
    defaultCategory: 'other',
  },
];
