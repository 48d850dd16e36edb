-- CreateTable
CREATE TABLE "call_offer" (
    "call_id" TEXT NOT NULL PRIMARY KEY,
    "offered_by" TEXT NOT NULL,
    "offered_to" TEXT,
    "line_open" BOOLEAN NOT NULL,
    "offered_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "human_ref" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "ciphertext" BLOB NOT NULL,
    "saved_at" DATETIME NOT NULL
);

-- CreateIndex
CREATE INDEX "call_offer_offered_at_idx" ON "call_offer"("offered_at");

-- CreateIndex
CREATE INDEX "draft_subject_id_idx" ON "draft"("subject_id");

-- CreateIndex
CREATE INDEX "draft_saved_at_idx" ON "draft"("saved_at");

-- CreateIndex
CREATE UNIQUE INDEX "draft_human_ref_place_key" ON "draft"("human_ref", "place");
