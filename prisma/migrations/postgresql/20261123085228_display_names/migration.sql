-- CreateTable
CREATE TABLE "display_name" (
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "display_name_pkey" PRIMARY KEY ("key","locale")
);
