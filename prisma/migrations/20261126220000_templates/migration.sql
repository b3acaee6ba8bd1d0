-- CreateTable
CREATE TABLE "template" (
    "business_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "quality" TEXT,
    "external_id" TEXT,
    "definition" JSONB NOT NULL,
    "own" BOOLEAN NOT NULL DEFAULT false,
    "submitted_at" TIMESTAMPTZ(3),
    "synced_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "template_pkey" PRIMARY KEY ("business_id","id"),
    CONSTRAINT "template_category_known" CHECK ("category" IN ('utility', 'marketing', 'authentication')),
    CONSTRAINT "template_status_known" CHECK ("status" IN ('draft', 'pending', 'approved', 'rejected', 'paused', 'disabled', 'deleted', 'unknown'))
);

-- CreateIndex
CREATE UNIQUE INDEX "template_business_id_channel_id_name_language_key" ON "template"("business_id", "channel_id", "name", "language");

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_business_id_channel_id_fkey" FOREIGN KEY ("business_id", "channel_id") REFERENCES "channel"("business_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
