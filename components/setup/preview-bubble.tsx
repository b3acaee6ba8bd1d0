'use client';

import type { ShownContent } from '../../lib/threads/schema';
import { asOnPhone } from '../chats/content';
import { ThreadButtons } from '../chats/thread-buttons';
import { BubbleBody } from '../simulator/bubble-body';
import '../simulator/chat.css';
import { useText } from '../words';

/** A message of ours as it stands on a customer's phone. */
export const PreviewBubble = ({ content, first }: { content: ShownContent; first: boolean }) => {
  const t = useText('chats');
  return (
    <div
      className={`bubble ${first ? 'bubble-tail-theirs' : ''} w-fit max-w-[94%] bg-chat-theirs text-[15px] leading-[1.5] text-chat-ink ${content.kind === 'text' ? '' : 'min-w-[80%]'}`}
    >
      <div className="px-2.5 pt-1.5 pb-1.5">
        <BubbleBody content={asOnPhone(content, t)} spacer={null} />
      </div>
      <ThreadButtons content={content} open />
    </div>
  );
};
