export type LaneRules<Item> = {
  /** Does a whole batch, or throws and has done nothing of it. */
  carryOut(batch: Item[]): Promise<void>;
  weightOf(item: Item): number;
  /** A batch takes no further item once it weighs so much. */
  enough: number;
  /** Whether what spoilt a batch may lie in one of its items: then each is tried alone. */
  mayBeOne(error: unknown): boolean;
  /** Told when nothing is left to do. */
  atRest(): void;
};

type Waiting<Item> = { item: Item; done: () => void; failed: (error: unknown) => void };

/**
 * Group commit: one batch at a time, in order of arrival. An item that comes to an idle lane goes at once, nobody waits for
 * company; what comes meanwhile goes together as the next batch. Each item is told its own outcome.
 */
export class Lane<Item> {
  private readonly waiting: Waiting<Item>[] = [];
  private running = false;

  constructor(private readonly rules: LaneRules<Item>) {}

  /** Resolves when the item is done for good; rejects with what it failed of. */
  add(item: Item): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ item, done, failed });
      if (!this.running) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) await this.settle(this.nextBatch());
    this.running = false;
    this.rules.atRest();
  }

  private nextBatch(): Waiting<Item>[] {
    let weight = 0;
    let count = 0;
    for (const { item } of this.waiting) {
      if (weight >= this.rules.enough) break;
      weight += this.rules.weightOf(item);
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async settle(batch: Waiting<Item>[]): Promise<void> {
    try {
      await this.rules.carryOut(batch.map(({ item }) => item));
      for (const { done } of batch) done();
    } catch (error) {
      if (batch.length > 1 && this.rules.mayBeOne(error)) for (const one of batch) await this.settle([one]);
      else for (const { failed } of batch) failed(error);
    }
  }
}
