import { serialToText } from './minutes-date.decide';
import { type DateSystem, type MinutesCell } from './minutes.types';

/** A cell's value as text, untrimmed; a date as `2016-04-20 15:00:00`, empty and error cells as nothing. */
export function cellText(cell: MinutesCell | undefined, system: DateSystem): string {
  const value = cell?.value;
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.value);
    case 'date':
      return serialToText(value.serial, system);
    case 'boolean':
      return value.value ? '是' : '否';
    default:
      return '';
  }
}

/** Whether a cell shows anything: white space alone does not, a formula without a value does. */
export function isFilled({ value, formula }: MinutesCell): boolean {
  return formula !== undefined || (value.kind === 'text' ? value.text.trim() !== '' : value.kind !== 'empty');
}

/** A column's letter, 0 → `A`. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** A column's number from its letter in either case, `A` → 0; nothing past `XFD`, a sheet's last. */
export function columnIndex(letter: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/u.test(letter)) return undefined;
  const index = [...letter.toUpperCase()].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0) - 1;
  return index < 16_384 ? index : undefined;
}
