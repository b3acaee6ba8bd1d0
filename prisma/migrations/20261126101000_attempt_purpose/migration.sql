-- AlterTable
ALTER TABLE "payment_attempt" ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'confirm';

-- Finished by hand from here.
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_purpose_known" CHECK ("purpose" IN ('confirm', 'balance'));
