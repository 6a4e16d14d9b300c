import { Directory } from '@app/application';
import { type Category, defaultCategory, type Department, type Person } from '@app/domain';
import { Injectable } from '@nestjs/common';

/** Names of departments, categories and people at one moment, for answers that show names where tickets hold codes. */
export interface OfficeNames {
  department(code: string | undefined): string | undefined;
  category(code: string | undefined): string | undefined;
  servicePoint(code: string | undefined): string | undefined;
  username(personId: string | undefined): string | undefined;
  person(personId: string): string | undefined;
}

/** Finds what the office has by code, name or alias, as people write it. */
@Injectable()
export class Office {
  constructor(private readonly directory: Directory) {}

  async names(): Promise<OfficeNames> {
    const [departments, categories, servicePoints, people] = await Promise.all([
      this.directory.departments(),
      this.directory.categories(),
      this.directory.servicePoints(),
      this.directory.people({}),
    ]);
    const byId = new Map(people.map((person) => [person.id, person]));
    const nameIn = (list: readonly { readonly code: string; readonly name: string }[]) => {
      const byCode = new Map(list.map(({ code, name }) => [code, name]));
      return (code: string | undefined) => (code === undefined ? undefined : (byCode.get(code) ?? code));
    };
    return {
      department: nameIn(departments),
      category: nameIn(categories),
      servicePoint: nameIn(servicePoints),
      username: (id) => (id === undefined ? undefined : byId.get(id)?.username),
      person: (id) => byId.get(id)?.name,
    };
  }

  async department(written: string): Promise<Department | undefined> {
    return find(await this.directory.departments(), written);
  }

  async category(written: string): Promise<Category | undefined> {
    return find(await this.directory.categories(), written);
  }

  /** The code of the category that a ticket has in this department: `current` where it belongs there, else the default. */
  async categoryWithin(department: Department, current: string | undefined): Promise<string | undefined> {
    const categories = (await this.directory.categories()).filter(({ active }) => active !== false);
    const kept = categories.find(
      (category) => category.code === current && category.department === department.code,
    );
    return (kept ?? defaultCategory(department, categories))?.code;
  }

  /** By user name, in any case, or by id. */
  async person(written: string): Promise<Person | undefined> {
    return (await this.directory.personByUsername(written.toLowerCase())) ?? this.directory.person(written);
  }
}

function find<T extends Department | Category>(list: readonly T[], written: string): T | undefined {
  const text = written.trim();
  return (
    list.find(({ code }) => code === text) ??
    list.find(({ name, aliases }) => name === text || aliases.includes(text))
  );
}
