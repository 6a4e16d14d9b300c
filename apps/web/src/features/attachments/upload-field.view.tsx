import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Upload } from '../../api/contract.types';
import { uploadFile } from '../../api/public.query';
import { errorWords } from '../../i18n/error.words';
import { Icon } from '../../ui/icon.view';
import { FileName } from './attachment-list.view';

/** As many as the API takes at a time. */
const MOST_FILES = 9;
const MAX_BYTES = 10 * 1_024 * 1_024;
const TYPES = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,image/jpeg,image/png,image/webp,application/pdf';

/** A file on its way: `upload` is there once it has arrived, `fault` where it has not. */
export interface SentFile {
  readonly key: number;
  readonly file: File;
  readonly preview?: string;
  readonly upload?: Upload;
  readonly fault?: string;
}

/** Whether nothing is under way and nothing failed, so that what was chosen is what will be listed. */
export function haveArrived(files: readonly SentFile[]): boolean {
  return files.every(({ upload }) => upload !== undefined);
}

/** The ids by which a ticket lists what has arrived. */
export function uploadIds(files: readonly SentFile[]): string[] {
  return files.flatMap(({ upload }) => (upload ? [upload.id] : []));
}

/** Photos and documents, sent as soon as they are chosen. `id` and `onChange` as forms give them to their controls. */
export function UploadField({
  id,
  label,
  onChange,
}: {
  readonly id?: string;
  readonly label: string;
  readonly onChange?: (files: readonly SentFile[]) => void;
}) {
  const { t } = useTranslation();
  const [files, setFiles] = useState<readonly SentFile[]>([]);
  const nextKey = useRef(0);
  const tell = useRef(onChange);
  const previews = useRef<string[]>([]);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => tell.current?.(files), [files]);
  useEffect(() => {
    const made = previews.current;
    return () => made.forEach((url) => URL.revokeObjectURL(url));
  }, []);

  const settle = (key: number, outcome: Partial<SentFile>) =>
    setFiles((current) => current.map((each) => (each.key === key ? { ...each, ...outcome } : each)));
  const send = (file: File) => {
    const key = nextKey.current++;
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
    if (preview) previews.current.push(preview);
    const tooLarge = file.size > MAX_BYTES ? { fault: t('files.tooLarge') } : {};
    setFiles((current) => [...current, { key, file, ...(preview ? { preview } : {}), ...tooLarge }]);
    if (tooLarge.fault) return;
    uploadFile(file).then(
      (upload) => settle(key, { upload }),
      (error: unknown) => settle(key, { fault: errorWords(error).title }),
    );
  };
  const room = MOST_FILES - files.length;
  return (
    <div className="uploads">
      {files.length > 0 && (
        <ul className="files" aria-label={label}>
          {files.map(({ key, file, preview, upload, fault }) => (
            <li key={key} className={fault ? 'file-failed' : upload ? '' : 'file-going'}>
              <span className={preview ? 'file file-picture' : 'file'}>
                {preview ? (
                  <img src={preview} alt={file.name} />
                ) : (
                  <FileName name={file.name} size={file.size} />
                )}
              </span>
              <button
                type="button"
                className="file-remove"
                aria-label={t('files.remove', { name: file.name })}
                onClick={() => setFiles((current) => current.filter((each) => each.key !== key))}
              >
                <Icon name="close" size={14} />
              </button>
              <small role="status">{fault ?? (upload ? '' : t('files.sending'))}</small>
            </li>
          ))}
        </ul>
      )}
      {room > 0 && (
        <label className="button button-quiet file-choose">
          <Icon name="upload" size={18} />
          {label}
          <input
            {...(id ? { id } : {})}
            type="file"
            className="visually-hidden"
            multiple
            accept={TYPES}
            onChange={(event) => {
              [...(event.target.files ?? [])].slice(0, room).forEach(send);
              // So that choosing the same file again, mended, is noticed.
              event.target.value = '';
            }}
          />
        </label>
      )}
      <p className="field-hint">{t('files.hint', { count: MOST_FILES })}</p>
    </div>
  );
}
