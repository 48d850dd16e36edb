-- CreateTable
CREATE TABLE "reading_link" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "token_sha256" BYTEA NOT NULL,
    "script_id" TEXT NOT NULL,
    "script_version" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "services" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "written_at" TIMESTAMP(3) NOT NULL,
    "expires_at" TIMESTAMP(3) NOT NULL,
    "opened_at" TIMESTAMP(3),

    CONSTRAINT "reading_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "reading_link_token_sha256_key" ON "reading_link"("token_sha256");

-- CreateIndex
CREATE INDEX "reading_link_request_id_idx" ON "reading_link"("request_id");

-- CreateIndex
CREATE INDEX "reading_link_expires_at_idx" ON "reading_link"("expires_at");
