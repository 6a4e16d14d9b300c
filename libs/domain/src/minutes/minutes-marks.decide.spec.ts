import { holdsTwoProblems, isPraise } from './minutes-marks.decide';
import { comparableText } from './minutes-text.decide';
import { NearDuplicateIndex } from './near-duplicates.decide';

describe('praise', () => {
  test.each(['感谢食堂师傅捡到手机归还，提出表扬', '表扬宿管阿姨，服务很不错', '感谢维修师傅不辞辛苦'])(
    '%s',
    (text) => expect(isPraise(text)).toBe(true),
  );
  test.each([
    '感谢食堂改进，但是价格还是太贵',
    '暖气不热，谢谢',
    '感谢领导，希望尽快解决',
    '食堂师傅捡到手机',
  ])('not: %s', (text) => expect(isPraise(text)).toBe(false));
});

describe('two problems in one line', () => {
  test.each([
    '宿舍窗户关不严，冬天漏风；另外阳台门把手也坏了',
    '食堂排队时间长。同时浴室水温太低',
    '1、教室灯不亮 2、空调坏了',
    '一是开水房开得太晚；二是电梯经常停',
    '插座没电，还有水龙头漏水',
  ])('%s', (text) => expect(holdsTwoProblems(text)).toBe(true));
  test.each([
    '学生公寓洗衣机数量不足，且有人洗鞋，希望增加洗鞋专用机',
    '教学主楼电梯运行时有异响，上周停在四楼和五楼之间',
    '宿舍晚上十一点断电，但是周末能否延长',
    '暖气不热，同时室内潮湿',
    '一食堂打菜少，价格没变',
    '食堂还有很多剩菜',
  ])('not: %s', (text) => expect(holdsTwoProblems(text)).toBe(false));
});

describe('probable duplicates', () => {
  const find = (first: string, second: string) => {
    const index = new NearDuplicateIndex();
    index.add(1, comparableText(first));
    return index.add(2, comparableText(second));
  };

  test.each([
    ['浴室周末下午水温忽冷忽热', '浴室周末下午水忽冷忽热，希望检修', 0.81],
    ['一食堂二楼麻辣烫窗口连续两周打菜分量明显减少，价格没变', '一食堂二楼麻辣烫分量变少了', 0.66],
    ['５号楼一层有老鼠', '5号楼一层，有老鼠！', 1],
  ])('%s ~ %s', (first, second, least) => {
    const alike = find(first, second);
    expect(alike?.row).toBe(1);
    expect(alike?.similarity).toBeGreaterThanOrEqual(least);
    expect(alike?.similarity).toBeLessThanOrEqual(1);
  });

  test.each([
    ['7号楼412房间暖气不热，室内只有十三四度', '10号楼暖气漏水，把一楼走廊泡了'],
    ['食堂刷卡机经常断网，排队时间长', '建议食堂设立教师专窗，缩短第四节课后的排队时间'],
    ['太冷', '太冷'],
  ])('not: %s ~ %s', (first, second) => expect(find(first, second)).toBeUndefined());

  test('names the most similar of several', () => {
    const index = new NearDuplicateIndex();
    index.add(1, '浴室周末下午水温忽冷忽热希望检修一下');
    index.add(2, '浴室周末下午水温忽冷忽热');
    expect(index.add(3, '浴室周末下午水温忽冷忽热')).toEqual({ row: 2, similarity: 1 });
  });

  test('still finds a pair among 20,000 lines, without comparing all with all', () => {
    const index = new NearDuplicateIndex();
    const digits = '零壹贰叁肆伍陆柒捌玖';
    const text = (n: number) =>
      `宿舍楼${[...String(n * 7919)].map((d) => digits[Number(d)]).join('')}房间暖气不热`;
    index.add(0, '图书馆南侧道路路灯有五盏不亮晚上回宿舍不安全');
    for (let row = 1; row < 20_000; row++) index.add(row, text(row));
    expect(index.add(20_000, '图书馆南侧路灯有五盏不亮晚上不安全')?.row).toBe(0);
  });

  test('forgets the oldest once 20,000 newer texts are there', () => {
    const index = new NearDuplicateIndex();
    index.add(0, '图书馆南侧道路路灯有五盏不亮');
    for (let row = 1; row <= 20_000; row++) index.add(row, `abcdefg${String.fromCharCode(0x4e00 + row)}`);
    expect(index.add(20_001, '图书馆南侧道路路灯有五盏不亮')).toBeUndefined();
  });
});
