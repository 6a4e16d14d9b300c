import {
  KEYWORD_RULES_CODE,
  type KeywordRule,
  type Placement,
  type PlacementInput,
  placeTicket,
  type Policy,
  type Versioned,
} from '@app/domain';
import { Injectable } from '@nestjs/common';
import { type Edit, findItem, isSame, OfficeDesk } from '../configuration/office-desk';
import { OfficeRepository } from '../ports/office-repository.port';
import { done, refused, type Result } from '../result.types';

type Rules = readonly KeywordRule[];

/** The rules that an administrator edits: time limits and steps, and the words that place a ticket. */
@Injectable()
export class PolicyDesk {
  constructor(
    private readonly desk: OfficeDesk,
    private readonly office: OfficeRepository,
  ) {}

  async createPolicy(policy: Omit<Policy, 'version'>, edit: Edit): Promise<Result<Policy>> {
    return itemOf(await this.desk.create('policy', { ...policy, version: 1 }, edit));
  }

  /** Stores a new version of a known policy; tickets take it from their next dispatch on. */
  async savePolicy(
    code: string,
    content: Omit<Policy, 'code' | 'version'>,
    edit: Edit,
  ): Promise<Result<Policy>> {
    const saved = await this.desk.update('policy', code, edit, ({ version }) =>
      done({ ...content, code, version }),
    );
    return itemOf(saved);
  }

  /** Every version, the newest first. */
  async policyVersions(code: string): Promise<Result<readonly Policy[]>> {
    const versions = await this.office.policyVersions(code);
    return versions.length === 0
      ? refused('POLICY.NOT_FOUND', `没有时限规则 ${code}`)
      : done(versions.toReversed());
  }

  async keywordRules(): Promise<Versioned<Rules>> {
    const { item, version } = findItem(await this.desk.read(), 'keyword-rules', KEYWORD_RULES_CODE) ?? {
      item: { rules: [] },
      version: 1,
    };
    return { version, item: item.rules };
  }

  /** Replaces all rules. */
  saveKeywordRules(rules: Rules, edit: Edit): Promise<Result<Versioned<Rules>>> {
    return this.editRules(edit, () => done(rules));
  }

  addKeywordRule(rule: KeywordRule, edit: Edit): Promise<Result<Versioned<Rules>>> {
    return this.editRules(edit, (rules) =>
      done(rules.some((known) => isSame(known, rule)) ? rules : [...rules, rule]),
    );
  }

  saveKeywordRule(rule: KeywordRule, edit: Edit): Promise<Result<Versioned<Rules>>> {
    return this.editRules(edit, (rules) => {
      const at = rules.findIndex(({ id }) => id === rule.id);
      return at === -1 ? noRule(rule.id) : done(rules.with(at, rule));
    });
  }

  removeKeywordRule(id: string, edit: Edit): Promise<Result<Versioned<Rules>>> {
    return this.editRules(edit, (rules) =>
      rules.some((rule) => rule.id === id) ? done(rules.filter((rule) => rule.id !== id)) : noRule(id),
    );
  }

  /** Where a ticket of these words would go, by the rules given or those in force. Changes nothing. */
  async tryPlacement(input: PlacementInput, rules?: Rules): Promise<Placement> {
    const office = await this.desk.read();
    const items = <T>(versioned: readonly Versioned<T>[]) => versioned.map(({ item }) => item);
    return placeTicket(input, {
      rules: rules ?? items(office['keyword-rules']).flatMap((list) => list.rules),
      categories: items(office.category),
      departments: items(office.department),
    });
  }

  private async editRules(
    edit: Edit,
    next: (rules: Rules) => Result<Rules>,
  ): Promise<Result<Versioned<Rules>>> {
    const saved = await this.desk.update('keyword-rules', KEYWORD_RULES_CODE, edit, ({ code, rules }) => {
      const after = next(rules);
      return after.ok ? done({ code, rules: after.value }) : after;
    });
    return saved.ok ? done({ version: saved.value.version, item: saved.value.item.rules }) : saved;
  }
}

function itemOf<T>(result: Result<Versioned<T>>): Result<T> {
  return result.ok ? done(result.value.item) : result;
}

function noRule(id: string): Result<never> {
  return refused('ROUTING.NOT_FOUND', `没有派单规则 ${id}`);
}
