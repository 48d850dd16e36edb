-- CreateTable
CREATE TABLE "copy_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "token_sha256" BLOB NOT NULL,
    "locale" TEXT NOT NULL,
    "made_at" DATETIME NOT NULL,
    "opened_at" DATETIME,
    "handed_at" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "copy_link_token_sha256_key" ON "copy_link"("token_sha256");

-- CreateIndex
CREATE INDEX "copy_link_request_id_idx" ON "copy_link"("request_id");
