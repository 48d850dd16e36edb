/** The operator's own database in the demo: foreign keys without cascade, as such databases are. */
export const walletSchema = `
CREATE TABLE customer (
  customer_id INTEGER PRIMARY KEY,
  account_ref TEXT UNIQUE,
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT
);
CREATE TABLE customer_order (
  order_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  shared_with INTEGER REFERENCES customer,
  ordered_on TEXT NOT NULL,
  goods TEXT NOT NULL,
  ship_to TEXT,
  total NUMERIC NOT NULL
);
CREATE TABLE payment (
  payment_id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES customer_order,
  paid_on TEXT NOT NULL,
  amount NUMERIC NOT NULL,
  card_ending TEXT
);
CREATE TABLE credit_score (
  customer_id INTEGER PRIMARY KEY REFERENCES customer,
  points INTEGER NOT NULL,
  worked_out_on TEXT NOT NULL
);
CREATE TABLE partner_report (
  report_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES customer,
  partner TEXT NOT NULL,
  says TEXT NOT NULL
);
CREATE INDEX order_customer ON customer_order (customer_id);
CREATE INDEX order_shared ON customer_order (shared_with);
CREATE INDEX payment_order ON payment (order_id);
CREATE INDEX report_customer ON partner_report (customer_id);
`
