/** Thrown where the database holds no calendar: it has never been seeded. */
export class DirectoryNotSeeded extends Error {
  override readonly name = 'DirectoryNotSeeded';

  constructor() {
    super('The database holds no working calendar; seed it first.');
  }
}
