-- AlterTable
ALTER TABLE "law_row" ADD COLUMN     "reason" TEXT;

-- AlterTable
ALTER TABLE "told" ADD COLUMN     "script_id" TEXT;

-- CreateTable
CREATE TABLE "script_version" (
    "id" TEXT NOT NULL,
    "script_id" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "valid_from" TIMESTAMP(3) NOT NULL,
    "published_at" TIMESTAMP(3) NOT NULL,
    "published_by" TEXT,
    "reason" TEXT,

    CONSTRAINT "script_version_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "script_version_script_id_locale_version_key" ON "script_version"("script_id", "locale", "version");
