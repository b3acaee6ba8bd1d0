/** The names under which WhatsApp knows somebody, told apart by their kind. */
export const identitiesOf = ({
  waId,
  bsuid,
}: {
  waId?: string | null | undefined;
  bsuid?: string | null | undefined;
}): string[] => [...(waId ? [`wa:${waId}`] : []), ...(bsuid ? [`user:${bsuid}`] : [])];
