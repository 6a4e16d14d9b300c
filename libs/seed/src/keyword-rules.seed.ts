import { type KeywordRule, type Priority } from '@app/domain';

/*
 * How an office decides by reading, from heaviest to lightest: danger first; then what is unmistakable wherever it
 * stands (a radiator, a tree, a power cut); then places with a unit of their own (canteen, hospital, shuttle bus);
 * then fittings and services; and only then the kind of building that a problem happens to be in.
 */
const WEIGHT = {
  danger: 100,
  unmistakable: 80,
  outage: 75,
  canteen: 70,
  officeService: 65,
  traffic: 60,
  fitting: 55,
  cleanliness: 50,
  dormitory: 45,
  premises: 40,
  fallback: 20,
} as const;

function rule(
  id: string,
  category: string,
  weight: keyof typeof WEIGHT,
  keywords: string,
  priority?: Priority,
): KeywordRule {
  return {
    id,
    category,
    weight: WEIGHT[weight],
    keywords: keywords.split(/\s+/u),
    ...(priority ? { priority } : {}),
    enabled: true,
  };
}

/** Rules at the start; an administrator may change all of it. */
export const KEYWORD_RULES: readonly KeywordRule[] = [
  rule(
    'food-safety',
    'food-safety',
    'danger',
    '食物中毒 上吐下泻 集体腹泻 饭+拉肚子 饭+腹泻 食堂+腹泻 食堂+拉肚子 食堂+呕吐 吃坏肚子 饭菜+变质 饭菜+馊 食堂+发霉 食堂+变质 食堂+过期 吃出+虫 菜里+虫 饭里+虫 面里+虫 汤里+虫 吃出+玻璃 吃出+钢丝 吃出+铁丝',
    'danger',
  ),
  rule(
    'electric-danger',
    'electricity',
    'danger',
    '触电 漏电 电线+冒烟 插座+冒烟 插座+冒火 电线+裸露 短路+起火',
    'danger',
  ),
  rule(
    'building-danger',
    'building',
    'danger',
    '电梯+困人 困在+电梯 被困+电梯 电梯+坠落 坍塌 外墙+脱落 砸伤',
    'danger',
  ),
  rule('gas-danger', 'building', 'danger', '燃气泄漏 煤气泄漏 煤气味 燃气味 天然气+泄漏', 'danger'),

  rule('heating', 'heating', 'unmistakable', '暖气 供暖 供热 采暖 地暖 暖气片'),
  rule(
    'greenery',
    'environment',
    'unmistakable',
    '树枝 树木 大树 枯树 枯枝 落叶 绿化 绿化带 草坪 灌木 修剪 杂草',
  ),

  rule('water-burst', 'water', 'outage', '爆管 水管爆裂 水管破裂', 'urgent'),
  rule('water-outage', 'water', 'outage', '停水 断水 没水 水压'),
  rule('power-outage', 'electricity', 'outage', '停电 断电 跳闸 电压'),
  rule('street-light', 'electricity', 'outage', '路灯 景观灯'),

  rule(
    'canteen',
    'canteen',
    'canteen',
    '食堂 餐厅 饭菜 菜品 菜价 打菜 打饭 供餐 就餐 用餐 早餐 午餐 晚餐 夜宵 餐具 餐盘 伙食 麻辣烫 馒头 米饭',
  ),

  rule(
    'office-service',
    'other',
    'officeService',
    '校医院 医务室 卫生所 快递 菜鸟驿站 校园卡 一卡通 饭卡+充值 补卡 超市 小卖部 商店 理发店 打印店 银行 自动售货机 文印',
  ),
  rule('shuttle', 'transport', 'officeService', '通勤车 班车 校车 摆渡车 接驳车'),

  rule(
    'traffic',
    'transport',
    'traffic',
    '拥堵 堵车 停车 车位 乱停 违停 限速 超速 电动车 摩托车 共享单车 自行车 外卖车 车速 车辆 减速带 交通',
  ),

  rule(
    'water-service',
    'water',
    'fitting',
    '浴室 澡堂 洗澡 淋浴 水温 热水供应 开水房 开水 饮水机 直饮水 自来水 水龙头 水表 水费 水质 水管 漏水',
  ),
  rule(
    'electric-service',
    'electricity',
    'fitting',
    '插座 插排 没电 电费 电表 照明 灯管 灯泡 灯不亮 灯坏 用电 供电 充电桩 开关+坏',
  ),

  rule(
    'cleanliness',
    'environment',
    'cleanliness',
    '垃圾 清运 保洁 苍蝇 蚊子 蚊虫 扫雪 积雪 结冰 流浪狗 流浪猫 野狗 环境卫生 小广告 积水 扬尘',
  ),

  rule(
    'dormitory',
    'dormitory',
    'dormitory',
    '宿舍 公寓 寝室 宿管 床板 床铺 上铺 舍友 室友 洗衣机 洗衣房 晾衣 晾晒 水房',
  ),

  rule(
    'premises',
    'building',
    'premises',
    '电梯 下水道 堵塞 卫生间 厕所 洗手间 屋顶 漏雨 墙皮 天花板 吊顶 地砖 楼梯 扶手 门锁 玻璃 护栏 井盖 跑道 操场 球场 看台 体育馆 教室 自习室 教学楼 实验楼 图书馆 办公楼 黑板 投影 课桌 桌椅 路面 台阶 空调',
  ),

  rule('somewhere-to-live', 'dormitory', 'fallback', '号楼 房间 门禁 老鼠 蟑螂 臭虫'),
  rule('campus-unit', 'other', 'fallback', '幼儿园 家属院 招待所 收费'),
];
