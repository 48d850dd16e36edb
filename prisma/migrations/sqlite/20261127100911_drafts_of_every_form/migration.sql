-- What was kept before was one text of one field, sealed, which no statement can turn into the fields of a form.
DELETE FROM "draft";

-- RedefineTables
CREATE TABLE "new_draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "human_ref" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "of" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "subject_id" TEXT,
    "own_key" BLOB,
    "ciphertext" BLOB NOT NULL,
    "saved_at" DATETIME NOT NULL
);
DROP TABLE "draft";
ALTER TABLE "new_draft" RENAME TO "draft";
CREATE INDEX "draft_subject_id_idx" ON "draft"("subject_id");
CREATE INDEX "draft_about_idx" ON "draft"("about");
CREATE INDEX "draft_saved_at_idx" ON "draft"("saved_at");
CREATE UNIQUE INDEX "draft_human_ref_form_of_key" ON "draft"("human_ref", "form", "of");
