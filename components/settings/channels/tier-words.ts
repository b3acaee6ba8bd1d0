import { useText } from '../../words';

/** `TIER_2K` as people say it: 2,000. */
export function useTierWords(): (tier: string) => string {
  const t = useText('channels');
  return (tier) => {
    const [, many, thousands] = /^TIER_(\d+)(K?)$/.exec(tier) ?? [];
    if (many === undefined) return t('unlimited');
    return thousands === 'K' ? `${many},000` : many;
  };
}
