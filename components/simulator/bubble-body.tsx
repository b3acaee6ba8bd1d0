import type { ReactNode } from 'react';
import type { ChatContent } from '../../lib/simulator/types';
import { FormattedText } from './formatted-text';
import { LocationCard } from './location-card';
import { ContactCards, MediaCard } from './media-card';

type Frame = { header?: string; body: string; footer?: string };

const text = 'break-words whitespace-pre-wrap';

/** The stamp floats over the end of the last line; an invisible copy of it keeps the words clear. */
const Spaced = ({ children, spacer }: { children: ReactNode; spacer: ReactNode }) => (
  <div className={text}>
    {children}
    {spacer}
  </div>
);

const Framed = ({ frame, spacer }: { frame: Frame; spacer: ReactNode }) => (
  <>
    {frame.header === undefined ? null : <div className="mb-1 font-semibold break-words">{frame.header}</div>}
    {frame.footer === undefined ? (
      <Spaced spacer={spacer}>
        <FormattedText text={frame.body} />
      </Spaced>
    ) : (
      <>
        <div className={text}>
          <FormattedText text={frame.body} />
        </div>
        <div className="mt-1 text-[13px] leading-[1.5] text-chat-meta">
          {frame.footer}
          {spacer}
        </div>
      </>
    )}
  </>
);

/** The inside of a bubble, without its buttons. `spacer` keeps room for the time at the end. */
export const BubbleBody = ({ content, spacer }: { content: ChatContent; spacer: ReactNode }) => {
  switch (content.kind) {
    case 'text':
      return (
        <Spaced spacer={spacer}>
          <FormattedText text={content.body} />
        </Spaced>
      );
    case 'buttons':
    case 'list':
    case 'link':
    case 'order':
    case 'order-status':
    case 'template':
    case 'location-request':
      return <Framed frame={content} spacer={spacer} />;
    case 'unsupported':
      return (
        <Spaced spacer={spacer}>
          <em>{content.what}</em>
        </Spaced>
      );
    case 'button-reply':
    case 'template-reply':
      return <Spaced spacer={spacer}>{content.title}</Spaced>;
    case 'list-reply':
      return (
        <>
          <div className="font-semibold break-words">{content.title}</div>
          <div className="text-[13px] leading-[1.5] break-words text-chat-meta">
            {content.description}
            {spacer}
          </div>
        </>
      );
    case 'location':
      return (
        <>
          <LocationCard content={content} />
          <div className="h-5" />
        </>
      );
    case 'media':
      return (
        <>
          <MediaCard content={content} />
          {content.caption === undefined ? (
            <div className="h-4" />
          ) : (
            <Spaced spacer={spacer}>{content.caption}</Spaced>
          )}
        </>
      );
    case 'contacts':
      return (
        <>
          <ContactCards content={content} />
          <div className="h-4" />
        </>
      );
  }
};
