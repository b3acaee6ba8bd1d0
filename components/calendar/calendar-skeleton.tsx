import { Skeleton } from '../ui/empty';

/** The calendar before its first answer, in its final shape. */
export const CalendarSkeleton = () => (
  <div aria-hidden className="grid min-h-0 flex-1 grid-cols-2 gap-2 overflow-hidden p-4 md:grid-cols-6">
    {Array.from({ length: 6 }, (_, place) => (
      <div key={place} className="flex flex-col gap-3 max-md:nth-[n+3]:hidden">
        <Skeleton className="h-6" />
        <Skeleton className="h-16" />
        <Skeleton className="h-10" />
        <Skeleton className="mt-12 h-16" />
      </div>
    ))}
  </div>
);
