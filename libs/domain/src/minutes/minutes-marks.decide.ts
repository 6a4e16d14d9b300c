/** What a clause sounds like when it names a fault or asks for something. */
const COMPLAINT =
  /不|没|无[人法]|未|难|差|坏|漏|脏|乱|臭|堵|慢|贵|少|缺|破|旧|烂|滑|冷|异响|噪[音声]|扰民|故障|损|停[水电]|断[水电]|排队|拥堵|经常|总是|老是|希望|建议|盼|恳?请|望|能否|能不能|可否|是否|应该?|需要?|投诉|举报|反映|反应|问题|隐患|解决|改进|改善|整改|何时|什么时候|为什么|为何|怎么|吗|[?？]|太|过[高低大小多远长]|只有/u;
const PRAISE = /感谢|表扬|致谢|点赞|好评|锦旗|鸣谢|赞扬|称赞/u;
/** Praise that happens to hold a complaint's character. */
const PRAISING_IDIOM =
  /不错|不辞辛[苦劳]|不厌其烦|不怕[苦累脏]+|不顾|不计|不愧|不已|无微不至|无私|不分昼夜|拾金不昧|忙而不乱|无怨无悔|少不了|难能可贵|难忘/gu;

/** Whether a line only thanks or praises: nobody has to do anything about it. */
export function isPraise(text: string): boolean {
  return PRAISE.test(text) && !COMPLAINT.test(text.replace(PRAISING_IDIOM, ''));
}

/**
 * Lines longer than this are letters; their 另外 and 同时 go on telling the same story. A line of minutes is a sentence
 * or two (median 20 characters in the forum's, 200 in citizens' letters).
 */
const LONGEST_LINE = 120;
const CONNECTIVE = /[;；。！!,，、\n]\s*(?:另外|此外|还有|再有|另有|其次|再者|同时|顺便|还想)[，,：:、]?/gu;
const STRONG_STOP = /^[;；。！!\n]/u;
const NUMBERED =
  /(?:^|[\s;；。，,：:])(?:[(（]?[1１一]\s*[、.．)）]|[①⑴]|一是|第一[，,、]?|其一)(.+?)(?:[(（]?[2２二]\s*[、.．)）]|[②⑵]|二是|第二[，,、]?|其二)(.+)/su;

/**
 * Whether a line seems to hold two problems that may need two tickets: two numbered complaints, or two complaint
 * clauses joined by 另外, 还有 or 此外 (同时 only after a full stop or semicolon). Cautious: a person splits them.
 */
export function holdsTwoProblems(text: string): boolean {
  if (text.length > LONGEST_LINE) return false;
  const numbered = NUMBERED.exec(text);
  if (numbered) return [numbered[1], numbered[2]].every((part) => isProblem(part ?? ''));
  for (const match of text.matchAll(CONNECTIVE)) {
    const weak = !STRONG_STOP.test(match[0]) && /同时|其次|顺便|还想/u.test(match[0]);
    if (weak) continue;
    const after = text.slice(match.index + match[0].length);
    if (isProblem(text.slice(0, match.index)) && isProblem(after)) return true;
  }
  return false;
}

function isProblem(clause: string): boolean {
  const said = clause.replace(/[^\p{L}\p{N}]/gu, '');
  return said.length >= 4 && COMPLAINT.test(said);
}
