-- CreateTable
CREATE TABLE "copy_link" (
    "id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "token_sha256" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "made_at" TIMESTAMP(3) NOT NULL,
    "opened_at" TIMESTAMP(3),
    "handed_at" TIMESTAMP(3),

    CONSTRAINT "copy_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "copy_link_token_sha256_key" ON "copy_link"("token_sha256");

-- CreateIndex
CREATE INDEX "copy_link_request_id_idx" ON "copy_link"("request_id");
