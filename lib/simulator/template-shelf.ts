import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { GraphError } from './graph-error';
import { createSchema, editSchema, readForm, templateOf } from './template-form';
import { componentsOf, type ApprovedTemplate } from './templates';

export type TemplateState = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED';

/** A template as this stand-in keeps it, whatever became of it. */
export type KeptTemplate = ApprovedTemplate & {
  id: string;
  status: TemplateState;
  reason: string | null;
  quality: 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
  /** When an approved one was last edited, ISO instant. */
  editedAt: string | null;
};

type Shelf = {
  first: readonly ApprovedTemplate[];
  now: () => Date;
  reviewMs: number;
  /** Where what was submitted is kept across restarts. */
  file: string | null;
  /** Whether the next one in review is rejected, and why. */
  takeRejection: () => string | null;
  /** Tells the business: the webhook's field and value. */
  tell: (field: string, value: object) => void;
};

const dayMs = 86_400_000;
const firstId = 300_000_000_000_001;
const keyOf = ({ name, language }: { name: string; language: string }): string => `${name} ${language}`;

/**
 * The account's templates: submitted ones wait for a review and are then approved or rejected, which a webhook tells. What
 * is refused at once throws GraphError. Source: reference §6.
 */
export class TemplateShelf {
  private kept = new Map<string, KeptTemplate>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private nextId = firstId;

  constructor(private readonly shelf: Shelf) {
    for (const template of shelf.first) this.put(this.fresh(template, 'APPROVED'));
    if (shelf.file !== null && existsSync(shelf.file)) this.restore(shelf.file);
  }

  list(): KeptTemplate[] {
    return [...this.kept.values()];
  }

  find(name: string, language: string): KeptTemplate | undefined {
    return this.kept.get(keyOf({ name, language }));
  }

  /** One page as Meta gives it: `name`, `language` and `status` narrow it, `after` is the last page's cursor. */
  page(query: URLSearchParams): object {
    const [name, language, status] = [query.get('name'), query.get('language'), query.get('status')];
    const limit = Math.min(Number(query.get('limit') ?? 25) || 25, 1000);
    const from = Number(query.get('after') ?? 0) || 0;
    const found = this.list().filter(
      (one) =>
        (name === null || one.name.startsWith(name)) &&
        (language === null || one.language === language) &&
        (status === null || one.status === status),
    );
    const data = found.slice(from, from + limit).map((one) => listing(one));
    const more = found.length > from + limit;
    return {
      data,
      paging: {
        cursors: { before: String(from), after: String(from + data.length) },
        ...(more && { next: `after=${String(from + limit)}` }),
      },
    };
  }

  /** Takes one in for review. */
  create(raw: string): object {
    const { parameter_format: format, components, ...head } = readForm(createSchema, raw);
    if (this.find(head.name, head.language))
      throw new GraphError(
        100,
        `There is already content in this language for ${head.name}; it can be edited.`,
        2388024,
      );
    const template = templateOf({ ...head, named: format === 'named' }, components);
    const kept = this.fresh(template, 'PENDING');
    this.put(kept);
    this.review(kept);
    return { id: kept.id, status: kept.status, category: kept.category };
  }

  /** Other words for one that is there; null where the id is nobody's. */
  edit(id: string, raw: string): object | null {
    const known = this.list().find((one) => one.id === id);
    if (!known) return null;
    const { components, category } = readForm(editSchema, raw);
    if (known.status === 'PENDING' || known.status === 'DISABLED')
      throw new GraphError(100, 'This template cannot be edited in its present state.');
    if (known.status === 'APPROVED' && category !== undefined && category !== known.category)
      throw new GraphError(100, 'The category of an approved template cannot be changed.');
    const now = this.shelf.now();
    if (
      known.status === 'APPROVED' &&
      known.editedAt !== null &&
      now.getTime() - Date.parse(known.editedAt) < dayMs
    )
      throw new GraphError(100, 'An approved template can be edited once in 24 hours.');
    const { name, language } = known;
    const head = {
      name,
      language,
      category: category ?? known.category,
      named: /\{\{[a-z]/.test(known.body),
    };
    const changed: KeptTemplate = {
      ...templateOf(head, components),
      id,
      status: 'PENDING',
      reason: null,
      quality: known.quality,
      editedAt: now.toISOString(),
    };
    this.put(changed);
    this.review(changed);
    return { success: true };
  }

  /** Takes away all languages of a name, or one by its id. */
  remove(query: URLSearchParams): object {
    const [name, id] = [query.get('name'), query.get('hsm_id')];
    const gone = this.list().filter((one) => one.name === name && (id === null || one.id === id));
    if (gone.length === 0) throw new GraphError(100, 'There is no such template.', 2593002);
    for (const one of gone) {
      if (one.status === 'DISABLED') throw new GraphError(100, 'A disabled template cannot be deleted.');
      this.kept.delete(keyOf(one));
    }
    this.save();
    return { success: true };
  }

  /** Puts one on the shelf that needs no review. */
  add(template: ApprovedTemplate): void {
    this.put(this.fresh(template, 'APPROVED'));
  }

  /** Takes away those of a name, or the one in a language; false where there is none. */
  drop(name: string, language?: string): boolean {
    const gone = this.list().filter(
      (one) => one.name === name && (language === undefined || one.language === language),
    );
    for (const one of gone) this.kept.delete(keyOf(one));
    if (gone.length > 0) this.save();
    return gone.length > 0;
  }

  /** What Meta decides about one later; tells the business. False where there is none. */
  decide(
    of: { name: string; language: string },
    change: {
      status?: TemplateState | undefined;
      reason?: string | null | undefined;
      quality?: KeptTemplate['quality'] | undefined;
      category?: ApprovedTemplate['category'] | undefined;
    },
  ): boolean {
    const known = this.kept.get(keyOf(of));
    if (!known) return false;
    const { status, reason = null, quality, category } = change;
    const named = {
      message_template_id: Number(known.id),
      message_template_name: known.name,
      message_template_language: known.language.replace('_', '-'),
    };
    this.put({
      ...known,
      ...(status && { status, reason }),
      ...(quality && { quality }),
      ...(category && { category }),
    });
    if (status)
      this.shelf.tell('message_template_status_update', {
        event: status,
        ...named,
        reason: status === 'REJECTED' ? (reason ?? 'INVALID_FORMAT') : 'NONE',
        message_template_category: category ?? known.category,
        ...(status === 'PAUSED' && {
          other_info: { title: 'FIRST_PAUSE', description: reason ?? 'Low quality: paused for 3 hours.' },
        }),
        ...(status === 'REJECTED' && {
          rejection_info: { reason: 'See the reason.', recommendation: 'Edit it.' },
        }),
      });
    if (quality)
      this.shelf.tell('message_template_quality_update', {
        previous_quality_score: known.quality,
        new_quality_score: quality,
        ...named,
      });
    if (category)
      this.shelf.tell('template_category_update', {
        ...named,
        previous_category: known.category,
        new_category: category,
      });
    return true;
  }

  /** Something is still being looked at. */
  get busy(): boolean {
    return this.timers.size > 0;
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private fresh(template: ApprovedTemplate, status: TemplateState): KeptTemplate {
    const id = String(this.nextId);
    this.nextId += 1;
    return { ...template, id, status, reason: null, quality: 'UNKNOWN', editedAt: null };
  }

  private put(template: KeptTemplate): void {
    this.kept.set(keyOf(template), template);
    this.save();
  }

  private review(template: KeptTemplate): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      const reason = this.shelf.takeRejection();
      this.decide(template, reason === null ? { status: 'APPROVED' } : { status: 'REJECTED', reason });
    }, this.shelf.reviewMs);
    this.timers.add(timer);
  }

  private save(): void {
    if (this.shelf.file !== null) writeFileSync(this.shelf.file, JSON.stringify(this.list()));
  }

  private restore(file: string): void {
    try {
      // Only this class writes the file.
      for (const one of JSON.parse(readFileSync(file, 'utf8')) as KeptTemplate[]) {
        this.kept.set(keyOf(one), one);
        this.nextId = Math.max(this.nextId, Number(one.id) + 1);
        if (one.status === 'PENDING') this.review(one);
      }
    } catch {
      // Torn by a crash: the templates it began with are there.
    }
  }
}

/** One row of GET /{WABA}/message_templates. Source: reference §6.1–6.2. */
const listing = (template: KeptTemplate): object => ({
  id: template.id,
  name: template.name,
  language: template.language,
  status: template.status,
  category: template.category,
  parameter_format: /\{\{[a-z]/.test(template.body) ? 'NAMED' : 'POSITIONAL',
  quality_score: { score: template.quality },
  ...(template.status === 'REJECTED' && { rejected_reason: template.reason ?? 'INVALID_FORMAT' }),
  components: componentsOf(template),
});
