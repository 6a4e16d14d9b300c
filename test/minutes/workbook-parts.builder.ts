import { type ZipPart } from './zip-writer.builder';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** What a workbook is made of; each piece is XML that goes where its name says. */
export interface WorkbookParts {
  readonly sheets: readonly {
    readonly name?: string;
    readonly state?: string;
    readonly data: string;
    readonly tail?: string;
  }[];
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly doctype?: string;
  readonly extra?: readonly ZipPart[];
  readonly links?: string;
}

/** The parts of a small workbook, valid unless told otherwise. */
export function workbookParts(parts: WorkbookParts): ZipPart[] {
  const ids = parts.sheets.map((_, at) => at + 1);
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}">${content}</Relationships>`;
  const sheets = parts.sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name ?? `表${at + 1}`}" sheetId="${at + 1}" state="${state ?? 'visible'}" r:id="r${at + 1}"/>`,
  );
  return [
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${parts.workbookPr ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        ids.map((id) => relation(`r${id}`, 'worksheet', `worksheets/sheet${id}.xml`)).join('') +
          relation('rs', 'sharedStrings', 'sharedStrings.xml') +
          relation('rt', 'styles', '/xl/styles.xml') +
          (parts.links ?? ''),
      ),
    },
    ...(parts.strings === undefined
      ? []
      : [
          {
            name: 'xl/sharedStrings.xml',
            content: `${HEAD}${parts.doctype ?? ''}<sst xmlns="${MAIN}">${parts.strings}</sst>`,
          },
        ]),
    ...(parts.styles === undefined
      ? []
      : [
          {
            name: 'xl/styles.xml',
            content: `${HEAD}<styleSheet xmlns="${MAIN}">${parts.styles}</styleSheet>`,
          },
        ]),
    ...parts.sheets.map(({ data, tail }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${tail ?? ''}</worksheet>`,
    })),
    ...(parts.extra ?? []),
  ];
}

/** A row of inline texts; an empty text leaves its cell out. */
export function textRow(row: number, texts: readonly string[]): string {
  const cells = texts.map((text, at) =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + at)}${row}" t="inlineStr"><is><t>${text}</t></is></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}
