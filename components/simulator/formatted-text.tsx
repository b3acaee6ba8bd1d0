import { Fragment, useState } from 'react';
import { formatText, type TextBlock, type TextNode } from './format-text';
import { useWords } from './words';

/** Longer texts are folded, as on a phone. */
const foldAfter = 780;

/** Cut between words, so that no letter is taken apart. */
const fold = (text: string): string => `${text.slice(0, foldAfter).replace(/\s+\S*$/, '')}…`;

const Node = ({ node }: { node: TextNode }) => {
  switch (node.kind) {
    case 'plain':
      return node.text;
    case 'code':
      return <code className="font-mono text-[0.92em]">{node.text}</code>;
    case 'link':
      return (
        <a
          href={node.href}
          target="_blank"
          rel="noopener noreferrer"
          className="wrap-anywhere text-chat-link underline-offset-2 hover:underline"
        >
          {node.text}
        </a>
      );
    case 'bold':
      return (
        <strong className="font-semibold">
          <Nodes nodes={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes nodes={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Nodes nodes={node.children} />
        </s>
      );
  }
};

const Nodes = ({ nodes }: { nodes: TextNode[] }) =>
  nodes.map((node, index) => <Node key={index} node={node} />);

const Block = ({ block }: { block: TextBlock }) => {
  if (block.kind === 'quote') {
    return (
      <span className="block border-l-4 border-chat-line pl-2">
        <Nodes nodes={block.children} />
      </span>
    );
  }
  if (block.kind === 'item') {
    return (
      <span className="flex gap-2">
        <span aria-hidden="true">{block.marker}</span>
        <span>
          <Nodes nodes={block.children} />
        </span>
      </span>
    );
  }
  return <Nodes nodes={block.children} />;
};

/** A message body with WhatsApp's formatting, folded when it is long. */
export const FormattedText = ({ text }: { text: string }) => {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const folded = !open && text.length > foldAfter + 100;
  const blocks = formatText(folded ? fold(text) : text);
  return (
    <>
      {blocks.map((block, index) => (
        <Fragment key={index}>
          {index > 0 && block.kind === 'line' && blocks[index - 1]?.kind === 'line' ? '\n' : null}
          <Block block={block} />
        </Fragment>
      ))}
      {folded ? (
        <button type="button" className="ml-1 font-semibold text-chat-link" onClick={() => setOpen(true)}>
          {t('readMore')}
        </button>
      ) : null}
    </>
  );
};
