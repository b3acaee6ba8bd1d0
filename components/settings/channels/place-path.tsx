/** Where something is found at somebody else's pages: the names to click on, one after the other, as they stand there. */
export const PlacePath = ({ path }: { path: string }) => (
  <span lang="en" className="mt-1 flex flex-wrap items-center gap-1 text-xs text-muted">
    {path.split(' › ').map((part, place, all) => (
      <span key={part} className="flex items-center gap-1">
        <span className="rounded border border-hairline bg-surface-sunken px-1.5 py-0.5">{part}</span>
        {place < all.length - 1 ? <span aria-hidden>›</span> : null}
      </span>
    ))}
  </span>
);
