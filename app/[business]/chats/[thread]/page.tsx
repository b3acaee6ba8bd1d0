import { notFound } from 'next/navigation';
import { AppError } from '../../../../lib/kernel/app-error';
import { threadParams } from '../../../../lib/threads/schema';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadTranscript } from '../../../../lib/workflows/load-transcript';
import { ThreadView } from '../../../../components/chats/thread-view';

type Props = { params: Promise<{ business: string; thread: string }> };

/** One chat. */
export default async function ThreadPage({ params }: Props) {
  const { business, thread } = await params;
  const staff = await loadPermitted(business, 'chat.view');
  // The frame around it has said so already.
  if (!staff) return null;
  if (!threadParams.safeParse({ thread }).success) notFound();
  const { database, clock } = world();
  const asked = { threadId: thread, now: clock.now() };
  const first = await loadTranscript(database.prisma, staff.membership.scope, asked).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') notFound();
      throw error;
    },
  );
  return <ThreadView key={thread} first={first} />;
}
