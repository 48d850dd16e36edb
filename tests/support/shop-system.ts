/**
 * A small shop's database as an operator may have it, in SQL that SQLite and PostgreSQL both take: NOT NULL
 * columns, foreign keys without cascade, a self reference, a composite key, purchases of two people, a household
 * of two, and a newsletter that knows an e-mail address and nothing else.
 */
export const shopSql = `
CREATE TABLE household (household_id integer PRIMARY KEY, street varchar(80) NOT NULL);
CREATE TABLE customer (
  customer_id integer PRIMARY KEY,
  account_ref varchar(40) NOT NULL UNIQUE,
  name varchar(40) NOT NULL,
  email varchar(60) UNIQUE,
  phone varchar(24),
  household_id integer REFERENCES household,
  referred_by integer REFERENCES customer
);
CREATE TABLE purchase (
  purchase_id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customer,
  second_customer_id integer REFERENCES customer,
  bought_on date NOT NULL,
  ship_to varchar(80),
  total numeric(10, 2) NOT NULL
);
CREATE TABLE purchase_line (
  line_id integer PRIMARY KEY,
  purchase_id integer NOT NULL REFERENCES purchase,
  price numeric(10, 2) NOT NULL
);
CREATE TABLE score (
  customer_id integer NOT NULL REFERENCES customer,
  kind varchar(20) NOT NULL,
  points integer NOT NULL,
  PRIMARY KEY (customer_id, kind)
);
CREATE TABLE score_input (
  input_id integer PRIMARY KEY,
  customer_id integer NOT NULL REFERENCES customer,
  told varchar(80)
);
CREATE TABLE remark (
  remark_id integer PRIMARY KEY,
  author_id integer NOT NULL REFERENCES customer,
  answers integer REFERENCES remark,
  body varchar(200) NOT NULL
);
CREATE TABLE newsletter (newsletter_id integer PRIMARY KEY, email varchar(60) NOT NULL);

INSERT INTO household VALUES (1, '1 Long Road'), (2, '2 Short Street');
INSERT INTO customer VALUES
  (1, 'acc-1', 'Ann O''Hara', 'ann@example.org', '+1 (514) 721-4711', 1, NULL),
  (2, 'acc-2', 'Bob Ray', 'bob@example.org', '(514) 721-4712', 1, 1),
  (3, 'acc-3', 'Cleo 陈', 'cleo@example.org', NULL, 2, NULL);
INSERT INTO purchase VALUES
  (10, 1, NULL, '2024-05-01', '1 Long Road', 10.50),
  (11, 1, 2, '2024-06-01', '1 Long Road', 20.00),
  (12, 2, NULL, '2024-07-01', '1 Long Road', 5.25),
  (13, 1, NULL, '2009-01-31', '9 Old Place', 1.00);
INSERT INTO purchase_line VALUES (100, 10, 10.50), (110, 11, 12.00), (111, 11, 8.00), (120, 12, 5.25);
INSERT INTO score VALUES (1, 'credit', 640), (1, 'risk', 3), (2, 'credit', 700), (3, 'credit', 500);
INSERT INTO score_input VALUES (1, 1, 'works nights'), (2, 3, NULL);
INSERT INTO remark VALUES
  (1, 1, NULL, 'first'), (2, 2, 1, 'answers Ann'), (3, 1, NULL, 'nobody answers'),
  (4, 3, NULL, 'Cleo begins'), (5, 3, 4, 'Cleo answers herself');
INSERT INTO newsletter VALUES (1, 'Cleo@Example.org'), (2, 'bob@example.org');
`

/** Every table with what makes a row of it tellable in a test. */
export const shopTables = [
  'household', 'customer', 'purchase', 'purchase_line', 'score', 'score_input', 'remark', 'newsletter',
] as const

export const shopDataset = `
dataset:
  - fides_key: shop
    name: The shop
    collections:
      - name: household
        fields:
          - { name: household_id, fides_meta: { primary_key: true } }
          - { name: street, data_categories: [user.contact.address.street] }
      - name: customer
        fields:
          - { name: customer_id, data_categories: [user.unique_id], fides_meta: { primary_key: true } }
          - { name: account_ref, data_categories: [user.account], fides_meta: { identity: account_id } }
          - { name: name, data_categories: [user.name] }
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email } }
          - { name: phone, data_categories: [user.contact.phone_number], fides_meta: { identity: phone_number } }
          - name: household_id
            fides_meta: { references: [{ dataset: shop, field: household.household_id, direction: to }] }
          - name: referred_by
            fides_meta: { references: [{ dataset: shop, field: customer.customer_id }] }
      - name: purchase
        fields:
          - { name: purchase_id, fides_meta: { primary_key: true } }
          - name: customer_id
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: customer.customer_id, direction: from }] }
          - name: second_customer_id
            data_categories: [user.unique_id]
            fides_meta: { references: [{ dataset: shop, field: customer.customer_id, direction: from }] }
          - { name: bought_on, data_categories: [user.behavior.purchase_history] }
          - { name: ship_to, data_categories: [user.contact.address] }
          - { name: total, data_categories: [user.behavior.purchase_history] }
      - name: purchase_line
        fields:
          - { name: line_id, fides_meta: { primary_key: true } }
          - name: purchase_id
            fides_meta: { references: [{ dataset: shop, field: purchase.purchase_id, direction: from }] }
      - name: score
        fields:
          - name: customer_id
            fides_meta: { references: [{ dataset: shop, field: customer.customer_id, direction: from }] }
          - { name: points, data_categories: [user.financial.credit] }
      - name: score_input
        fields:
          - { name: input_id, fides_meta: { primary_key: true } }
          - name: customer_id
            fides_meta: { references: [{ dataset: shop, field: customer.customer_id, direction: from }] }
          - { name: told, data_categories: [user.job] }
      - name: remark
        fields:
          - { name: remark_id, fides_meta: { primary_key: true } }
          - name: author_id
            fides_meta: { references: [{ dataset: shop, field: customer.customer_id, direction: from }] }
          - name: answers
            fides_meta: { references: [{ dataset: shop, field: remark.remark_id }] }
          - { name: body, data_categories: [user.content] }
      - name: newsletter
        fields:
          - { name: newsletter_id, fides_meta: { primary_key: true } }
          - { name: email, data_categories: [user.contact.email], fides_meta: { identity: email } }
`

export const shopPolicy = `
version: 1
rules:
  - match: { collection: score }
    service: credit_scoring
    origin: derived
    erase: row
  - match: { collection: score_input }
    service: credit_scoring
    origin: provided
    erase: row
  - match: { collection: purchase }
    keep: { basis: tax law, for: P10Y, from_field: bought_on, mask: { ship_to: null } }
  - match: { collection: purchase_line }
    erase: row
  - match: { collection: customer, field: name }
    erase: { do: constant, value: erased }
  - match: { category: user }
    erase: row
`
