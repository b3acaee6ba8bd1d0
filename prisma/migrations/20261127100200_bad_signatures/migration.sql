-- How many calls came that were not signed, minute by minute, instead of a total that only grows.
ALTER TABLE "payment_account" DROP COLUMN "bad_signature_at",
DROP COLUMN "bad_signatures";

-- CreateTable
CREATE TABLE "bad_signature" (
    "business_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bad_signature_pkey" PRIMARY KEY ("business_id","account_id","minute")
);

-- AddForeignKey
ALTER TABLE "bad_signature" ADD CONSTRAINT "bad_signature_business_id_account_id_fkey" FOREIGN KEY ("business_id", "account_id") REFERENCES "payment_account"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
