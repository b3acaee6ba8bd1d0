-- Every change of a business's offer counts up: whoever has read the offer knows by one number whether it still holds.
ALTER TABLE "business" ADD COLUMN "catalog_version" INTEGER NOT NULL DEFAULT 1;
