-- CreateTable
CREATE TABLE "display_name" (
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    PRIMARY KEY ("key", "locale")
);
