#!/usr/bin/env python3
"""A second implementation of the fixed formats, for vectors. Standard library only.

Written from the formats book and the published standards, not from the TypeScript, and by other algorithms where there
are two (tables instead of generated groups, polynomial arithmetic instead of Horner, and so on).

    python3 tests/vectors/generate.py          writes the JSON files beside this one
    python3 tests/vectors/generate.py --check  fails if they would change
"""

import base64
import hashlib
import hmac
import json
import random
import re
import struct
import sys
import unicodedata
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent
RANDOM = random.Random(20180103)


# --- RFC 8785 -----------------------------------------------------------------------------------------------------

def es_number(value):
    """ECMAScript's Number::toString, from Python's shortest round-trip digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if value == 0:
        return '0'
    sign = '-' if value < 0 else ''
    mantissa, _, exponent = repr(abs(value)).partition('e')
    whole, _, fraction = mantissa.partition('.')
    fraction = '' if fraction == '0' else fraction
    digits = (whole + fraction).lstrip('0')
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len((whole + fraction).lstrip('0')))
    stripped = digits.rstrip('0')
    n, k, digits = point, len(stripped), stripped
    if k <= n <= 21:
        return sign + digits + '0' * (n - k)
    if 0 < n <= 21:
        return sign + digits[:n] + '.' + digits[n:]
    if -6 < n <= 0:
        return sign + '0.' + '0' * -n + digits
    e = n - 1
    tail = ('+' if e >= 0 else '-') + str(abs(e))
    return sign + digits[0] + ('.' + digits[1:] if k > 1 else '') + 'e' + tail


def es_string(text):
    short = {'\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '"': '\\"', '\\': '\\\\'}
    return '"' + ''.join(short.get(c, '\\u%04x' % ord(c) if c < ' ' else c) for c in text) + '"'


def jcs(value):
    if value is None:
        return 'null'
    if value is True or value is False:
        return 'true' if value else 'false'
    if isinstance(value, (int, float)):
        return es_number(value)
    if isinstance(value, str):
        return es_string(value)
    if isinstance(value, list):
        return '[' + ','.join(map(jcs, value)) + ']'
    keys = sorted(value, key=lambda key: key.encode('utf-16-be'))
    return '{' + ','.join(es_string(key) + ':' + jcs(value[key]) for key in keys) + '}'


def canonical_json_vectors():
    sources = [
        # RFC 8785 §3.2.2
        r'{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],'
        r'"string":"\u20ac$\u000F\u000aA\u0027\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}',
        # RFC 8785 §3.2.3
        r'{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",'
        r'"\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}',
        '{}', '[]', '""', '-0', '0', '[[],{},[[]]]', '{"b":{"d":1,"c":[{"z":null,"y":true}]},"a":-1}',
        '{"10":1,"9":2,"":3,"a":4,"A":5,"_":6}', '"\\u0000\\u001f\\u007f\\u2028\\u2029\\ufeff"',
        '"陈建国 👨‍👩‍👧 <script>&\'"', '{"__proto__":1,"constructor":2}',
        '[1e21,1e20,123456789012345680000,1e-6,1e-7,0.1,1.7976931348623157e308,5e-324,9007199254740991,-1.5,100]',
    ]
    for _ in range(40):
        magnitude = RANDOM.uniform(-30, 30)
        sources.append(repr(RANDOM.uniform(-10, 10) * 10 ** magnitude))
    out = []
    for source in sources:
        text = jcs(json.loads(source))
        out.append({'source': source, 'canonical': text, 'sha256': hashlib.sha256(text.encode()).hexdigest()})
    # RFC 8785 appendix B: IEEE 754 bits and what must be written.
    appendix = [
        ('0000000000000000', '0'), ('8000000000000000', '0'), ('0000000000000001', '5e-324'),
        ('8000000000000001', '-5e-324'), ('7fefffffffffffff', '1.7976931348623157e+308'),
        ('ffefffffffffffff', '-1.7976931348623157e+308'), ('4340000000000000', '9007199254740992'),
        ('c340000000000000', '-9007199254740992'), ('4430000000000000', '295147905179352830000'),
        ('44b52d02c7e14af5', '9.999999999999997e+22'), ('44b52d02c7e14af6', '1e+23'),
        ('44b52d02c7e14af7', '1.0000000000000001e+23'), ('444b1ae4d6e2ef4e', '999999999999999700000'),
        ('444b1ae4d6e2ef4f', '999999999999999900000'), ('444b1ae4d6e2ef50', '1e+21'),
        ('3eb0c6f7a0b5ed8c', '9.999999999999997e-7'), ('3eb0c6f7a0b5ed8d', '0.000001'),
        ('41b3de4355555553', '333333333.3333332'), ('41b3de4355555554', '333333333.33333325'),
        ('41b3de4355555555', '333333333.3333333'), ('41b3de4355555556', '333333333.3333334'),
        ('41b3de4355555557', '333333333.33333343'), ('becbf647612f3696', '-0.0000033333333333333333'),
        ('43143ff3c1cb0959', '1424953923781206.2'),
    ]
    for bits, written in appendix:
        assert es_number(struct.unpack('>d', bytes.fromhex(bits))[0]) == written, (bits, written)
    return {'values': out, 'numbers': [{'bits': bits, 'canonical': written} for bits, written in appendix]}


# --- audit entry, commitment ----------------------------------------------------------------------------------------

def b64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b'=').decode()


def commitment(salt, name, value):
    return b64url(hmac.new(salt, name.encode() + b'\x1f' + value.encode(), hashlib.sha256).digest())


def commitment_vectors():
    out = []
    for name, value in [('phone', '+8613812345678'), ('note', 'she said "no"\n再打'), ('name', '陈建国 👩‍👧'), ('email', '')]:
        salt = RANDOM.randbytes(32)
        out.append({'salt': salt.hex(), 'name': name, 'value': value, 'commitment': commitment(salt, name, value)})
    return out


def entry_vectors():
    hashed = hashlib.sha256(b'plan').hexdigest()
    salt = bytes(range(32))
    base = {
        'v': 1, 'id': '0198c1f0-5b1e-4c3a-9d2f-6a7b8c9d0e1f', 'at': '2018-01-17T08:12:00.000Z',
        'what': 'session.sign_in_failed', 'outcome': 'denied', 'actor': {'type': 'nobody', 'id': None},
        'case': None, 'call': None, 'subjects': [], 'data': {}, 'commit': {},
    }
    approved = dict(
        base, id='11111111-2222-4333-8444-555555555555', at='2026-11-22T23:59:59.999Z', what='request.approved',
        outcome='ok', actor={'type': 'staff', 'id': 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee'},
        case=case_code(bytes.fromhex('0102030405')), call='99999999-8888-4777-8666-555544443333',
        subjects=['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001'],
        data={
            'plan_hash': hashed, 'rows': 335, 'kept': -0, 'mark': True, 'until': None, 'due': '2026-12-22',
            'decided_at': '2026-11-22T23:59:59.999Z', 'ids': ['00000000-0000-4000-8000-000000000009'],
            'lines': [{'system': 'shop.main', 'action': 'row', 'rows': 12}], 'law': 'cn:pipl-2026-01-01',
            'decision_id': decision_id(bytes(range(16))), 'hash': b64url(hashlib.sha256(b'x').digest()),
        },
        commit={'reason': commitment(salt, 'reason', 'caller is known'), 'a_first': commitment(salt, 'a_first', '')},
    )
    counted = dict(base, what='gate.counted', outcome='ok', actor={'type': 'client', 'id': 'enrolment_service'},
                   id='0198c1f0-5b1e-4c3a-9d2f-6a7b8c9d0e20', data={'allowed': 2345118, 'minute': '2026-11-22T23:59:00Z'})
    out = []
    for entry in (base, approved, counted):
        text = jcs(entry)
        leaf = hashlib.sha256(b'\x00' + text.encode()).hexdigest()
        out.append({'entry': entry, 'text': text, 'leaf': leaf})
    return out


# --- Crockford, case code, decision id, one-time code ------------------------------------------------------------------

SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'


def crockford(data, length):
    bits = ''.join(f'{byte:08b}' for byte in data).rjust(length * 5, '0')
    return ''.join(SYMBOLS[int(bits[i:i + 5], 2)] for i in range(0, length * 5, 5))


def gf32_multiply(a, b):
    """Schoolbook multiplication of polynomials over GF(2), then division by x^5 + x^2 + 1."""
    product = 0
    for i in range(5):
        if b >> i & 1:
            product ^= a << i
    for i in range(9, 4, -1):
        if product >> i & 1:
            product ^= 0b100101 << (i - 5)
    return product


def case_code(random5):
    data = crockford(random5, 8)
    power, total = 1, 0
    for symbol in data:
        power = gf32_multiply(power, 2)
        total ^= gf32_multiply(power, SYMBOLS.index(symbol))
    return data + SYMBOLS[total]


def case_code_vectors():
    samples = [bytes(5), b'\xff' * 5, bytes.fromhex('0102030405')] + [RANDOM.randbytes(5) for _ in range(20)]
    return [{'random': sample.hex(), 'code': case_code(sample)} for sample in samples]


def decision_id(random16):
    return crockford(random16, 26)


def decision_id_vectors():
    samples = [bytes(16), b'\xff' * 16, bytes(range(16))] + [RANDOM.randbytes(16) for _ in range(10)]
    return [{'random': sample.hex(), 'id': decision_id(sample)} for sample in samples]


def one_time_code_vectors():
    out = []
    for i in range(20):
        key = RANDOM.randbytes(32)
        challenge = f'0198c1f0-5b1e-4c3a-9d2f-{i:012d}'
        mac = hmac.new(key, challenge.encode(), hashlib.sha256).digest()
        out.append({'key': key.hex(), 'challenge': challenge,
                    'code': '%06d' % (int.from_bytes(mac[:8], 'big') % 10 ** 6)})
    return out


# --- registry tag --------------------------------------------------------------------------------------------------------

def registry_tag_vectors():
    keys = [bytes([n]) * 32 for n in (1, 2)] + [RANDOM.randbytes(32)]
    people = [('phone', '+8613812345678'), ('email', 'chen@example.cn'), ('national_id', 'CN:11010519491231002X'),
              ('account_id', '+8613812345678'), ('account_id', 'Kunde ü/7')]
    out = []
    for kind, value in people:
        tag = hmac.new(keys[0], kind.encode() + b'\x1f' + value.encode(), hashlib.sha256).digest()
        generations = [tag]
        for key in keys[1:]:
            generations.append(hmac.new(key, generations[-1], hashlib.sha256).digest())
        out.append({'type': kind, 'normalised': value, 'tags': [g.hex() for g in generations]})
    return {'keys': [key.hex() for key in keys], 'people': out}


# --- identifiers -----------------------------------------------------------------------------------------------------------

# Calling code, international prefix, trunk prefix: only of the countries below.
PLANS = {'CN': ('86', '00', '0'), 'DE': ('49', '00', '0'), 'GB': ('44', '00', '0'), 'US': ('1', '011', '1'),
         'FR': ('33', '00', '0'), 'IT': ('39', '00', ''), 'BR': ('55', None, '0'), 'IN': ('91', '00', '0'),
         'CA': ('1', '011', '1')}


def phone(raw, country=None):
    text = re.sub(r'[\s().\-/]', '', unicodedata.normalize('NFKC', raw))
    if not text.startswith('+'):
        code, international, trunk = PLANS[country]
        if international and text.startswith(international):
            text = '+' + text[len(international):]
        else:
            text = '+' + code + (text[len(trunk):] if trunk and text.startswith(trunk) else text)
    for code, _, trunk in PLANS.values():
        # A needless trunk zero behind the country, as people print it.
        if trunk == '0' and text.startswith('+' + code + '0'):
            text = '+' + code + text[len(code) + 2:]
    return text


def email(raw):
    text = unicodedata.normalize('NFKC', unicodedata.normalize('NFKC', raw).strip().lower())
    name, _, domain = text.rpartition('@')
    labels = [label if label.isascii() else 'xn--' + label.encode('punycode').decode()
              for label in domain.replace('\u3002', '.').split('.')]
    return name + '@' + '.'.join(labels)


VERHOEFF_D = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
              [3, 4, 0, 1, 2, 8, 9, 5, 6, 7], [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
              [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3], [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
              [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]]
VERHOEFF_P = [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 5, 7, 6, 2, 8, 3, 0, 9, 4], [5, 8, 0, 3, 7, 9, 6, 1, 4, 2],
              [8, 9, 1, 6, 0, 4, 3, 5, 2, 7], [9, 4, 5, 3, 1, 2, 6, 8, 7, 0], [4, 2, 8, 6, 5, 7, 3, 9, 0, 1],
              [2, 7, 9, 3, 8, 0, 6, 4, 1, 5], [7, 0, 4, 6, 9, 1, 3, 2, 5, 8]]
CF_ODD = dict(zip('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ',
                  [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12,
                   14, 16, 10, 22, 25, 24, 23]))
CF_EVEN = dict(zip('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', list(range(10)) + list(range(26))))


def right_check(country, v):
    """Whether the check digits are right; the caller has made sure of the form."""
    if country == 'CN':
        weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        return '10X98765432'[sum(int(d) * w for d, w in zip(v, weights)) % 11] == v[17]
    if country == 'BR':
        for n in (9, 10):
            rest = sum(int(d) * w for d, w in zip(v, range(n + 1, 1, -1))) % 11
            if (0 if rest < 2 else 11 - rest) != int(v[n]):
                return False
        return len(set(v)) > 1
    if country == 'IN':
        c = 0
        for i, d in enumerate(reversed(v)):
            c = VERHOEFF_D[c][VERHOEFF_P[i % 8][int(d)]]
        return c == 0
    if country == 'DE':
        p = 10
        for d in v[:10]:
            p = 2 * ((int(d) + p) % 10 or 10) % 11
        return (11 - p) % 10 == int(v[10])
    if country == 'FR':
        return (int(v[:13].replace('2A', '19').replace('2B', '18')) + int(v[13:])) % 97 == 0
    if country == 'ES':
        return 'TRWAGMYFPDXBNJZSQVHLCKE'[int(v[:8].translate(str.maketrans('XYZ', '012'))) % 23] == v[8]
    if country == 'IT':
        total = sum((CF_ODD if i % 2 == 0 else CF_EVEN)[c] for i, c in enumerate(v[:15]))
        return chr(65 + total % 26) == v[15]
    if country == 'PL':
        return (10 - sum(int(d) * w for d, w in zip(v, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3])) % 10) % 10 == int(v[10])
    if country == 'SE':
        total = sum(sum(divmod(int(d) * (2, 1)[i % 2], 10)) for i, d in enumerate(v[2:11]))
        return (10 - total % 10) % 10 == int(v[11])
    raise KeyError(country)


def random_day():
    return date.fromordinal(RANDOM.randrange(date(1930, 1, 1).toordinal(), date(2009, 12, 31).toordinal()))


def random_body(country):
    """An id without its check digits, of the right form; the marks ? are to be searched for."""
    digits = lambda n: ''.join(RANDOM.choice('0123456789') for _ in range(n))
    day = random_day()
    if country == 'CN':
        return RANDOM.choice(['110105', '310101', '440305']) + day.strftime('%Y%m%d') + digits(3), 1, '0123456789X'
    if country == 'BR':
        return digits(9), 2, '0123456789'
    if country == 'IN':
        return RANDOM.choice('23456789') + digits(10), 1, '0123456789'
    if country == 'DE':
        ten = RANDOM.sample('0123456789', 9)
        ten.append(RANDOM.choice(ten))
        RANDOM.shuffle(ten)
        if ten[0] == '0':
            return random_body(country)
        return ''.join(ten), 1, '0123456789'
    if country == 'FR':
        place = RANDOM.choice(['75', '2A', '2B', '13'])
        return RANDOM.choice('12') + day.strftime('%y%m') + place + digits(6), 2, '0123456789'
    if country == 'ES':
        return RANDOM.choice(['X', 'Y', 'Z', digits(1)]) + digits(7), 1, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    if country == 'IT':
        born = day.day + RANDOM.choice([0, 40])
        return ('RSSMRA' + day.strftime('%y') + 'ABCDEHLMPRST'[day.month - 1] + f'{born:02d}' + 'H'
                + RANDOM.choice(['501', '5L1', '50M'])), 1, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    if country == 'PL':
        month = day.month + (20 if day.year >= 2000 else 0)
        return f'{day.year % 100:02d}{month:02d}{day.day:02d}' + digits(4), 1, '0123456789'
    if country == 'SE':
        return day.strftime('%Y%m') + f'{day.day + RANDOM.choice([0, 60]):02d}' + digits(3), 1, '0123456789'
    raise KeyError(country)


def national_id_vectors():
    out = []
    for country in ('BR', 'CN', 'DE', 'ES', 'FR', 'IN', 'IT', 'PL', 'SE'):
        for _ in range(12):
            body, count, alphabet = random_body(country)
            tails = [''] if count == 0 else list(alphabet)
            if count == 2:
                tails = [a + b for a in alphabet for b in alphabet]
            right = [tail for tail in tails if right_check(country, body + tail)]
            if country == 'FR':
                right = [tail for tail in right if 1 <= int(tail) <= 97]
            assert len(right) == 1, (country, body, right)
            wrong = RANDOM.choice([tail for tail in tails if tail != right[0]])
            out.append({'country': country, 'raw': body + right[0], 'value': f'{country}:{body + right[0]}'})
            out.append({'country': country, 'raw': body + wrong, 'value': None})
    # Examples that are widely printed (GB 11643, BZSt, INSEE, Skatteverket and others), as people write them.
    for country, raw, bare in [
        ('CN', '11010519491231002x', '11010519491231002X'), ('CN', '４４０５２４１８８００１０１００１４', '440524188001010014'),
        ('BR', '111.444.777-35', '11144477735'), ('DE', '86 095 742 719', '86095742719'),
        ('ES', '12345678-z', '12345678Z'), ('ES', 'X-1234567-L', 'X1234567L'), ('FR', '2 55 08 14 168 025 38', '255081416802538'),
        ('IT', 'rssmra85m01h501q', 'RSSMRA85M01H501Q'), ('PL', '44051401359', '44051401359'),
        ('SE', '19811218-9876', '198112189876'), ('IN', '2341 2341 2346', '234123412346'),
    ]:
        assert right_check(country, bare), (country, bare)
        out.append({'country': country, 'raw': raw, 'value': f'{country}:{bare}'})
    for country, raw, value in [('GB', 'qq 12 34 56 c', 'GB:QQ123456C'), ('UK', 'QQ123456C', 'GB:QQ123456C'),
                                ('HK', 'A123456(3)', 'HK:A1234563'), ('GB', 'a1!', None)]:
        out.append({'country': country, 'raw': raw, 'value': value})
    return out


def identifier_vectors():
    phones = [('138 1234 5678', 'CN'), ('１３８１２３４５６７８', 'CN'), ('+86-138-1234-5678', None), ('008613812345678', 'CN'),
              ('(010) 6552 9988', 'CN'), ('＋86 (0)10 6552 9988', None), ('030/2141444', 'DE'), ('+49 030 2141444', None),
              ('+44 (0)20 7707 0707', None), ('020 7707 0707', 'GB'), ('(650) 253-0000', 'US'), ('1-650-253-0000', 'US'),
              ('011 44 20 7707 0707', 'US'), ('+1 (514) 721-4711', 'CN'), ('514.721.4711', 'CA'), ('01 49 70 65 65', 'FR'),
              ('+39 06 39733434', None), ('06 39733434', 'IT'), ('(12) 3923-5555', 'BR'), ('080 22289999', 'IN')]
    emails = ['Chen.Jianguo+gift@Example.CN', ' ＣＨＥＮ＠ｅｘａｍｐｌｅ．ｃｎ ', 'müller@Straße.de', '用户@例子。中国', "o'brien@x.ie",
              'a..b.@docomo.ne.jp', 'Å@Å.se'.replace('Å', 'A\u030a'), 'J\u030c@x.se', 'x@xn--fiqs8s.cn', 'İ@example.com']
    return {
        'phone': [{'raw': raw, 'country': country, 'value': phone(raw, country)} for raw, country in phones],
        'email': [{'raw': raw, 'value': email(raw)} for raw in emails],
        'national_id': national_id_vectors(),
    }


# --- plan hash -----------------------------------------------------------------------------------------------------------

def plan_hash_vectors():
    def line(system, collection, field, action, **rest):
        empty = {'role': 'own', 'params': {}, 'basis': None, 'for': None, 'from_field': None, 'reason': None}
        return {**empty, 'system': system, 'collection': collection, 'field': field, 'action': action, **rest}

    lines = [
        line('shop', 'customer', None, 'delete'),
        line('shop', 'invoice', None, 'keep', basis='tax_law', **{'for': 'P10Y'}, from_field='invoice_date', reason='retained'),
        line('shop', 'invoice', 'billing_address', 'mask', params={'do': 'constant', 'value': '已删除'}),
        line('partner', 'scores', None, 'delete', role='processor'),
    ]
    heads = [
        {'v': 1, 'kind': 'deletion', 'scope': 'account', 'service': None, 'mark': 'yes'},
        {'v': 1, 'kind': 'void_enrolment', 'scope': 'service', 'service': 'credit_scoring', 'mark': 'none'},
    ]
    out = []
    for head, shown in [(heads[0], lines), (heads[1], lines[:1]), (heads[1], []), (heads[0], lines[::-1] + lines[:2])]:
        ordered = sorted({jcs(one): one for one in shown}.items(), key=lambda pair: pair[0].encode('utf-16-be'))
        text = jcs({**head, 'lines': [one for _, one in ordered]})
        out.append({'plan': {**head, 'lines': shown}, 'hash': hashlib.sha256(text.encode()).hexdigest()})
    assert out[0]['hash'] == out[3]['hash']
    return out


FILES = {
    'canonical-json.json': canonical_json_vectors,
    'entry.json': entry_vectors,
    'commitment.json': commitment_vectors,
    'registry-tag.json': registry_tag_vectors,
    'identifier.json': identifier_vectors,
    'case-code.json': case_code_vectors,
    'decision-id.json': decision_id_vectors,
    'one-time-code.json': one_time_code_vectors,
    'plan-hash.json': plan_hash_vectors,
}


def main():
    changed = []
    for name, make in FILES.items():
        # Each file draws from its own numbers, so that adding to one changes no other.
        RANDOM.seed(f'20180103 {name}')
        text = json.dumps(make(), ensure_ascii=False, indent=1) + '\n'
        path = HERE / name
        if not path.exists() or path.read_text('utf-8') != text:
            changed.append(name)
            if '--check' not in sys.argv:
                path.write_text(text, 'utf-8')
    print('changed: ' + (', '.join(changed) or 'nothing'))
    return 1 if changed and '--check' in sys.argv else 0


if __name__ == '__main__':
    sys.exit(main())
