import type { Attachment } from '../../api/contract.types';
import { Icon } from '../../ui/icon.view';
import { sizeWords } from './file-size.words';

/** Pictures as thumbnails, documents by name; each opens in a tab of its own. Nothing where there are none. */
export function AttachmentList({ attachments }: { readonly attachments: readonly Attachment[] }) {
  if (attachments.length === 0) return null;
  return (
    <ul className="files">
      {attachments.map(({ id, name, size, href, thumbnailHref }) => (
        <li key={id}>
          <a
            className={thumbnailHref ? 'file file-picture' : 'file'}
            href={href}
            target="_blank"
            rel="noopener"
          >
            {thumbnailHref ? (
              <img src={thumbnailHref} alt={name} loading="lazy" />
            ) : (
              <FileName name={name} size={size} />
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}

export function FileName({ name, size }: { readonly name: string; readonly size: number }) {
  return (
    <>
      <Icon name="file" size={22} />
      <span className="file-name">
        {name}
        <small>{sizeWords(size)}</small>
      </span>
    </>
  );
}
