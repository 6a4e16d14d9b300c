import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PlacementInput, placeTicket } from '@app/domain';
import { SEED } from './index';

interface SampleLine {
  readonly row: number;
  readonly text: string;
  readonly category: string;
  readonly department: string;
}

const sample = JSON.parse(
  readFileSync(join(__dirname, '../../../samples/forum-minutes.expected.json'), 'utf8'),
) as readonly SampleLine[];
const tables = { rules: SEED.keywordRules, categories: SEED.categories, departments: SEED.departments };
const place = (description: string, stated: Partial<PlacementInput> = {}) =>
  placeTicket({ title: '', description, ...stated }, tables);
const categoryOf = (text: string): string => {
  const placement = place(text);
  return placement.placed ? placement.category : placement.reason;
};

describe('the forum minutes, their department column ignored', () => {
  const rows = sample.map((line) => ({ ...line, placement: place(line.text) }));
  const nameOf = (code: string): string | undefined => SEED.departments.find((d) => d.code === code)?.name;

  it('places at least 38 of 40 lines in the expected department', () => {
    const wrong = rows.filter(
      ({ placement, department }) => !placement.placed || nameOf(placement.department) !== department,
    );
    expect(rows).toHaveLength(40);
    expect(wrong.length).toBeLessThanOrEqual(2);
  });

  it('gives at least 38 of 40 lines the expected category', () => {
    const wrong = rows.filter(
      ({ placement, category }) => !placement.placed || placement.category !== category,
    );
    expect(wrong.map(({ row, placement }) => ({ row, placement })).slice(2)).toEqual([]);
  });

  it('places every line in the department that the office wrote down', () => {
    for (const { text, department } of rows) {
      const placement = place(text, { statedDepartment: department });
      expect(placement.placed && nameOf(placement.department)).toBe(department);
    }
  });
});

describe('sentences that the rules were not written from', () => {
  it.each([
    ['北苑餐厅二楼米线窗口涨价不通知', 'canteen'],
    ['食堂的餐盘洗不干净，筷子发黑', 'canteen'],
    ['四食堂空调不制冷，吃饭像蒸桑拿', 'canteen'],
    ['晚餐七点就没有菜了', 'canteen'],
    ['食堂门口暖气片漏水', 'heating'],
    ['清真食堂停电两小时，饭卡刷不了', 'electricity'],
    ['昨晚在二食堂吃完饭，我们宿舍四个人都拉肚子', 'food-safety'],
    ['在食堂的汤里吃出虫子', 'food-safety'],
    ['寝室暖气管道有响声，影响睡眠', 'heating'],
    ['家属区供热温度不达标', 'heating'],
    ['三号教学楼的暖气一直不热', 'heating'],
    ['西区早上没水洗漱', 'water'],
    ['12号楼六层水压太小', 'water'],
    ['卫生间水龙头关不紧，一直滴水', 'water'],
    ['女生浴室排队太久，希望延长开放时间', 'water'],
    ['公寓开水房水垢很多', 'water'],
    ['寝室半夜突然跳闸', 'electricity'],
    ['南门到体育馆的路灯晚上不亮', 'electricity'],
    ['图书馆四楼插座松动', 'electricity'],
    ['教室灯管闪烁，看黑板眼睛累', 'electricity'],
    ['办公楼电费公示不清楚', 'electricity'],
    ['实验室的插座漏电，同学手被电麻', 'electricity'],
    ['行政楼电梯经常停运', 'building'],
    ['二号教学楼厕所没有门锁', 'building'],
    ['阶梯教室课桌损坏严重', 'building'],
    ['体育馆屋顶漏雨', 'building'],
    ['学生公寓没有晾晒衣服的地方', 'dormitory'],
    ['宿舍卫生间下水道返味', 'dormitory'],
    ['3号楼门禁经常失灵', 'dormitory'],
    ['寝室有蟑螂，希望统一消杀', 'dormitory'],
    ['宿舍楼下垃圾桶满了没人收', 'environment'],
    ['主干道两旁落叶堆积', 'environment'],
    ['大树压到路灯线了，请修剪', 'environment'],
    ['雪后道路结冰没有清理', 'environment'],
    ['去新校区的班车晚点', 'transport'],
    ['教学楼前汽车乱停，堵住通道', 'transport'],
    ['学校里电动车充电的地方太少，到处停车', 'transport'],
    ['校医院药品种类少', 'other'],
    ['快递柜数量不够，取件排长队', 'other'],
    ['校园卡丢了补办要跑两趟', 'other'],
    ['东区小卖部关门太早', 'other'],
    ['图书管理系统登录不上', 'no-match'],
    ['希望增加选修课', 'no-match'],
  ])('%s → %s', (text, category) => {
    expect(categoryOf(text)).toBe(category);
  });

  it.each([
    ['昨晚在二食堂吃完饭，我们宿舍四个人都拉肚子', 'danger'],
    ['实验室的插座漏电，同学手被电麻', 'danger'],
    ['行政楼电梯困人半小时', 'danger'],
    ['操场边水管爆裂，水流了一地', 'urgent'],
    ['上周停水没有提前通知', 'normal'],
    ['寝室灯管坏了', 'normal'],
  ])('%s is %s', (text, priority) => {
    expect(place(text)).toMatchObject({ priority });
  });
});
