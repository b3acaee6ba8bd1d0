import type { TemplateDefinition } from '../../lib/messaging/template-definition';
import { sampleBody } from '../../lib/messaging/template-set/template-set';
import { ThreadButtons } from '../chats/thread-buttons';
import { BubbleBody } from '../simulator/bubble-body';
import '../simulator/chat.css';
import { useText } from '../words';

/** A template on the customer's phone, with samples in its places. */
export const TemplatePreview = ({ definition }: { definition: TemplateDefinition }) => {
  const t = useText('templates');
  const { footer, language, buttons } = definition;
  const content = {
    kind: 'buttons' as const,
    body: sampleBody(definition),
    ...(footer !== undefined && { footer }),
    buttons: buttons.map(({ title }, place) => ({ id: String(place), title })),
  };
  return (
    <figure
      lang={language}
      aria-label={t('preview')}
      className="rounded-lg border border-hairline bg-chat-wallpaper p-3 font-chat"
    >
      <div className="bubble bubble-tail-theirs w-fit max-w-[94%] min-w-[80%] bg-chat-theirs text-[15px] leading-[1.5] text-chat-ink">
        <div className="px-2.5 pt-1.5 pb-1.5">
          <BubbleBody content={content} spacer={null} />
        </div>
        <ThreadButtons content={content} open />
      </div>
    </figure>
  );
};
