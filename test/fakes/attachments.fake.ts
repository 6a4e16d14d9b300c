import { AttachmentRepository } from '@app/application';
import { type Attachment, type AttachmentClaim, mayClaim } from '@app/domain';
import { stored } from './storable.fake';

export class FakeAttachmentRepository extends AttachmentRepository {
  readonly rows = new Map<string, Attachment>();

  create(attachment: Attachment): Promise<void> {
    if (this.rows.has(attachment.id)) return Promise.reject(new Error(`${attachment.id} is there already`));
    this.rows.set(attachment.id, stored(attachment));
    return Promise.resolve();
  }

  byIds(ids: readonly string[]): Promise<readonly Attachment[]> {
    return Promise.resolve(stored([...this.rows.values()].filter(({ id }) => ids.includes(id))));
  }

  claim(
    id: string,
    by: { readonly uploader: string | undefined; readonly claim: AttachmentClaim; readonly at: Date },
  ): Promise<boolean> {
    const found = this.rows.get(id);
    if (!found || !mayClaim(found, by.uploader, by.claim)) return Promise.resolve(false);
    this.rows.set(id, { ...found, state: 'claimed', claim: by.claim, touchedAt: by.at });
    return Promise.resolve(true);
  }

  unsettled(before: Date, limit: number): Promise<readonly Attachment[]> {
    const found = [...this.rows.values()]
      .filter(({ state, touchedAt }) => state !== 'attached' && touchedAt < before)
      .sort((a, b) => +a.touchedAt - +b.touchedAt);
    return Promise.resolve(stored(found.slice(0, limit)));
  }

  settle(attachment: Attachment, state: 'attached' | 'discarded'): Promise<boolean> {
    const found = this.rows.get(attachment.id);
    const same = found?.state === attachment.state && +found.touchedAt === +attachment.touchedAt;
    if (found && same) this.rows.set(found.id, { ...found, state });
    return Promise.resolve(same);
  }

  remove(id: string): Promise<void> {
    this.rows.delete(id);
    return Promise.resolve();
  }
}
