-- CreateTable
CREATE TABLE "one_time_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "token_sha256" BLOB NOT NULL,
    "verification_id" TEXT,
    "request_id" TEXT,
    "subject_id" TEXT NOT NULL,
    "identifier_id" TEXT NOT NULL,
    "sent_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "outcome" TEXT NOT NULL,
    "ended_at" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_link_token_sha256_key" ON "one_time_link"("token_sha256");

-- CreateIndex
CREATE INDEX "one_time_link_verification_id_idx" ON "one_time_link"("verification_id");

-- CreateIndex
CREATE INDEX "one_time_link_request_id_idx" ON "one_time_link"("request_id");

-- CreateIndex
CREATE INDEX "one_time_link_subject_id_idx" ON "one_time_link"("subject_id");

-- CreateIndex
CREATE INDEX "one_time_link_identifier_id_sent_at_idx" ON "one_time_link"("identifier_id", "sent_at");

-- CreateIndex
CREATE INDEX "one_time_link_expires_at_idx" ON "one_time_link"("expires_at");
