/**
 * Node options of a built role: a heap of at most a gigabyte, ten times what one has in use. Left to itself V8 takes the
 * machine's memory for its measure and lets garbage grow to four times what is in use before it looks: web and worker
 * together then rest anywhere between 540 and 850 MB, with the limit at 560 to 600, after a thousand conversations
 * as after many. Options of the installation's own come after it and win.
 */
export const limitedHeap = (own: string | undefined): { NODE_OPTIONS: string } => ({
  NODE_OPTIONS: `--max-old-space-size=1024 ${own ?? ''}`.trim(),
});
