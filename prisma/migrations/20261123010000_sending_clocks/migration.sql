-- The provider's sending rates are kept as clocks in the rows they belong to, so that they hold across processes.
ALTER TABLE "channel" ADD COLUMN "send_clock" TIMESTAMPTZ(6);
ALTER TABLE "thread" ADD COLUMN "send_clock" TIMESTAMPTZ(6);
