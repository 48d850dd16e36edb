-- CreateTable
CREATE TABLE "reading_link" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "request_id" TEXT NOT NULL,
    "token_sha256" BLOB NOT NULL,
    "script_id" TEXT NOT NULL,
    "script_version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "services" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "written_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    "opened_at" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "reading_link_token_sha256_key" ON "reading_link"("token_sha256");

-- CreateIndex
CREATE INDEX "reading_link_request_id_idx" ON "reading_link"("request_id");

-- CreateIndex
CREATE INDEX "reading_link_expires_at_idx" ON "reading_link"("expires_at");
