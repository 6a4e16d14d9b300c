import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.view';
import { Notice } from '../../ui/notice.view';

const MAX_BYTES = 50 * 1024 * 1024;
const READABLE = /\.(xlsx|csv)$/i;

type FileFault = 'wrongType' | 'tooLarge' | 'emptyFile';

/** What is refused before anything is sent; the server looks more closely. */
function faultOf(file: File): FileFault | undefined {
  if (!READABLE.test(file.name)) return 'wrongType';
  if (file.size > MAX_BYTES) return 'tooLarge';
  return file.size === 0 ? 'emptyFile' : undefined;
}

/** A place to drop a file on, which is also a plain file control for keyboard and phone. */
export function FileDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation('staff');
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<FileFault>();
  const take = (file: File | undefined) => {
    if (!file) return;
    const found = faultOf(file);
    setFault(found);
    if (!found) onFile(file);
  };
  const drag = (entering: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entering);
  };
  return (
    <>
      <label
        className={over ? 'drop drop-over' : 'drop'}
        onDragEnter={drag(true)}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <input
          type="file"
          className="visually-hidden"
          accept=".xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          onChange={(event) => {
            take(event.target.files?.[0]);
            // So that choosing the same file again, mended, is noticed.
            event.target.value = '';
          }}
        />
        <Icon name="upload" size={32} />
        <strong>{t('upload.drop')}</strong>
        <span className="quiet">{t('upload.hint')}</span>
      </label>
      {fault && <Notice tone="bad">{t(`upload.${fault}`)}</Notice>}
    </>
  );
}
