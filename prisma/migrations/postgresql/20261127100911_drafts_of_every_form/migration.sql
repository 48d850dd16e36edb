-- What was kept before was one text of one field, sealed, which no statement can turn into the fields of a form.
DELETE FROM "draft";

-- DropIndex
DROP INDEX "draft_human_ref_place_key";

-- AlterTable
ALTER TABLE "draft" DROP COLUMN "place",
ADD COLUMN     "about" TEXT NOT NULL,
ADD COLUMN     "form" TEXT NOT NULL,
ADD COLUMN     "of" TEXT NOT NULL,
ADD COLUMN     "own_key" BYTEA,
ALTER COLUMN "subject_id" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "draft_about_idx" ON "draft"("about");

-- CreateIndex
CREATE UNIQUE INDEX "draft_human_ref_form_of_key" ON "draft"("human_ref", "form", "of");
