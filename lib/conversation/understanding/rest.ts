import type { Token } from './lex';
import type { Mention } from './mentions/types';
import type { Asked } from './types';

/** What people put before their name. */
const nameLead =
  /^(?:(?:hi|hello|vanakkam|வணக்கம்)[ ,.!]+)?(?:my name is|name is|name|i am|i'm|im|this is|it is|its|it's|en peru|en per|en peyar|enoda peru|ennoda peru|naan|patient name is|patient name|என் பெயர்|என் பேரு|என் பேர்|என்னோட பேரு|என்னோட பெயர்|பெயர்|பேரு|நான்)(?:[ :=-]+)/iu;
const nameTail = /[ .,!]*(?:thaan|than|தான்|nga|ங்க)?[ .,!]*$/iu;

/** What is left of a message once everything understood is taken out; where a name was asked, the name. */
export function restOf(
  clean: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  asked: Asked,
): string {
  if (asked === 'name') {
    const name = clean.replace(nameLead, '').replace(nameTail, '').trim();
    return name === '' ? clean : name;
  }
  const taken = (at: number): boolean =>
    mentions.some((mention) => at >= mention.at && at < mention.at + mention.length);
  return tokens
    .filter((token, at) => token.kind === 'word' && token.senses.length === 0 && !token.isName && !taken(at))
    .map((token) => token.raw)
    .join(' ');
}
