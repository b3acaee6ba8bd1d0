/** The product's sign beside its name. */
export const Mark = ({ name }: { name: string }) => (
  <span className="flex items-center gap-2 text-base font-semibold">
    {/* eslint-disable-next-line @next/next/no-img-element -- a 300-byte SVG gains nothing from the image optimiser */}
    <img src="/icon.svg" alt="" width={28} height={28} />
    {name}
  </span>
);
