-- CreateTable
CREATE TABLE "call_offer" (
    "call_id" TEXT NOT NULL,
    "offered_by" TEXT NOT NULL,
    "offered_to" TEXT,
    "line_open" BOOLEAN NOT NULL,
    "offered_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "call_offer_pkey" PRIMARY KEY ("call_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "human_ref" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "saved_at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "call_offer_offered_at_idx" ON "call_offer"("offered_at");

-- CreateIndex
CREATE INDEX "draft_subject_id_idx" ON "draft"("subject_id");

-- CreateIndex
CREATE INDEX "draft_saved_at_idx" ON "draft"("saved_at");

-- CreateIndex
CREATE UNIQUE INDEX "draft_human_ref_place_key" ON "draft"("human_ref", "place");
