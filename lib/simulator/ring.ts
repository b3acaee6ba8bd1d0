/** The newest `capacity` items, oldest first. Updating an item that has fallen out does nothing. */
export class Ring<T extends { id: string }> {
  private readonly items = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  put(item: T): void {
    this.items.set(item.id, item);
    if (this.items.size <= this.capacity) return;
    const oldest = this.items.keys().next();
    if (!oldest.done) this.items.delete(oldest.value);
  }

  replace(item: T): void {
    if (this.items.has(item.id)) this.items.set(item.id, item);
  }

  get(id: string): T | undefined {
    return this.items.get(id);
  }

  list(): T[] {
    return [...this.items.values()];
  }

  clear(): void {
    this.items.clear();
  }
}
