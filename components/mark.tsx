/** The product's sign beside its name. */
export const Mark = ({ name }: { name: string }) => (
  <span className="flex items-center gap-2 text-base font-semibold">
    <img src="/icon.svg" alt="" width={28} height={28} />
    {name}
  </span>
);
