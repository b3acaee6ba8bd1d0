-- CreateTable
CREATE TABLE "day_close" (
    "business_id" UUID NOT NULL,
    "on_date" DATE NOT NULL,
    "staff_id" UUID NOT NULL,
    "expected_paise" INTEGER NOT NULL,
    "counted_paise" INTEGER NOT NULL,
    "note" TEXT,
    "closed_by" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "day_close_pkey" PRIMARY KEY ("business_id","on_date","staff_id")
);
