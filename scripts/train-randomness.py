#!/usr/bin/env python3
"""Trains the table of RandomnessScore and writes RandomnessModel.swift.

Needs numpy and, as material, only what a development machine has: the word list of the package
wamerican, C headers, Python's library, Swift's interfaces and the file system's own paths. Nothing
of that material is stored: the output holds quantised statistics of it.

    scripts/train-randomness.py Sources/Detection/Randomness/RandomnessModel.swift [SCORES]

It prints the separation on held-out material, which the doc comment of RandomnessScore repeats.
"""
import base64
import hashlib
import os
import random
import re
import string
import sys
import uuid


import numpy as np

random.seed(20261121)
np.random.seed(20261121)
OFFSET = 40  # six bits a character: "(" is 0, "g" is 63

# ---------------------------------------------------------------- material

def held_out(text):
    """One text in five is never trained on; variants of one text fall on the same side."""
    return hashlib.sha256(text.lower().encode()).digest()[0] % 5 == 0

def read(path, limit=400_000):
    try:
        with open(path, encoding="utf-8", errors="ignore") as file:
            return file.read(limit)
    except OSError:
        return ""

def natural():
    words = [w for w in read("/usr/share/dict/words", 10**7).split("\n") if w.isascii() and len(w) > 1]
    words = [w.replace("'", "") for w in words]
    texts = set()
    identifier = re.compile(r"[A-Za-z_][A-Za-z0-9_]{5,63}")
    compound = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:[-./:][A-Za-z0-9_]+){1,6}")
    kinds = (".h", ".py", ".swiftinterface", ".md", ".pm")
    sources = []
    for root in ("/usr/include", "/usr/lib", "/usr/share", "/opt", os.path.dirname(os.__file__)):
        for folder, _, files in os.walk(root):
            if "site-packages" not in folder:
                sources += [folder + "/" + file for file in files if file.endswith(kinds)]
    sources.sort()
    random.shuffle(sources)
    sentences = []
    for path in sources[:3000]:
        text = read(path)
        # Tables of encoded data are neither words nor names.
        text = "\n".join(line for line in text.split("\n") if len(line) < 200)
        texts.update(m for m in identifier.findall(text))
        texts.update(m for m in compound.findall(text) if 8 <= len(m) <= 80)
        for line in text.split("\n"):
            line = line.strip(" /*#")
            if line.count(" ") > 2 and line.isascii() and len(line) > 20 and random.random() < 0.05:
                cut = random.randrange(8, 60)
                sentences.append(line[:cut])
    digest = re.compile(r"(?=[0-9a-fA-F]*[0-9])[0-9a-fA-F]{12,}")
    texts = [t for t in texts if not digest.search(t) and not re.search(r"[bcdfghjklmnpqrstvwxz0-9]{14}", t.lower())]
    texts.sort()
    random.shuffle(texts)
    texts = texts[:120_000]
    paths = []
    for root in ("/usr", "/etc", "/opt"):
        for folder, folders, files in os.walk(root):
            folders.sort()
            files.sort()
            if "build-id" in folder or ".git" in folder:
                continue
            for file in files[:20]:
                path = folder + "/" + file
                if not digest.search(path) and path.isascii():
                    paths.append(random.choice([path, path[-40:], file, "/".join(path.split("/")[-3:])]))
    random.shuffle(paths)
    paths = paths[:25_000]
    made = []
    for _ in range(60_000):
        parts = [random.choice(words).lower() for _ in range(random.randint(1, 5))]
        style = random.randrange(9)
        if style == 0: text = parts[0] + "".join(p.capitalize() for p in parts[1:])
        elif style == 1: text = "".join(p.capitalize() for p in parts)
        elif style == 2: text = "_".join(parts)
        elif style == 3: text = "-".join(parts)
        elif style == 4: text = "_".join(parts).upper()
        elif style == 5: text = "".join(parts[:2]) + str(random.randrange(10 ** random.randint(1, 4)))
        elif style == 6: text = parts[0].capitalize() + random.choice("!@#$_-.") + str(random.randrange(1960, 2030))
        elif style == 7: text = ".".join(parts) + random.choice(["", ".com", ".org", "@example.com", ".svc.local"])
        else: text = " ".join(parts)
        made.append(text)
    numbers = []
    for _ in range(6_000):
        numbers.append(random.choice([
            "%d.%d.%d" % tuple(random.randrange(30) for _ in range(3)),
            "v%d.%d.%d-rc.%d" % tuple(random.randrange(30) for _ in range(4)),
            "20%02d-%02d-%02dT%02d:%02d:%02dZ" % tuple(random.randrange(1, 28) for _ in range(6)),
            "10.%d.%d.%d:8080" % tuple(random.randrange(256) for _ in range(3)),
            "%d" % random.randrange(10 ** random.randint(7, 16)),
        ]))
    return words + texts + paths + made + numbers + sentences

ALPHABETS = {
    "hex": "0123456789abcdef", "HEX": "0123456789ABCDEF",
    "base62": string.digits + string.ascii_letters,
    "base64": string.digits + string.ascii_letters + "+/",
    "base64url": string.digits + string.ascii_letters + "-_",
    "base36": string.digits + string.ascii_lowercase,
    "BASE36": string.digits + string.ascii_uppercase,
    "base32": string.ascii_lowercase + "234567",
    "BASE32": string.ascii_uppercase + "234567",
    "base58": "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    "letters": string.ascii_letters,
    "lower": string.ascii_lowercase,
    "printable": string.digits + string.ascii_letters + "!#$%&*+-.:;=?@^_~",
}

def drawn(name, length):
    return "".join(random.choice(ALPHABETS[name]) for _ in range(length))

def drawn_at_random(count):
    names = ["hex"] * 4 + ["base62"] * 5 + ["base64"] * 3 + list(ALPHABETS)
    prefixes = ["sk_live_", "key-", "tok_", "pat-", "api_", "xk-", "SG.", "v1."]
    out = []
    for _ in range(count):
        length = random.choice([8, 10, 12, 16, 20, 22, 24, 28, 32, 36, 40, 43, 48, 64])
        kind = random.randrange(20)
        if kind == 0: out.append(str(uuid.UUID(int=random.getrandbits(128), version=4)))
        elif kind == 1 and length >= 20: out.append(random.choice(prefixes) + drawn("base62", length))
        elif kind == 2: out.append(base64.b64encode(random.randbytes(length)).decode())
        else: out.append(drawn(random.choice(names), length))
    return out

# ---------------------------------------------------------------- features, as in Swift

CLASSES = 33  # letters without case 0-25, digit 26, _ 27, - 28, . 29, / 30, space 31, other 32
CLASS = np.full(256, 32, dtype=np.int64)
for index, letter in enumerate(string.ascii_lowercase):
    CLASS[ord(letter)] = CLASS[ord(letter.upper())] = index
for digit in string.digits: CLASS[ord(digit)] = 26
for index, mark in enumerate("_-./ "): CLASS[ord(mark)] = 27 + index

def pairs_and_triples(texts):
    pairs = np.zeros(CLASSES * CLASSES)
    triples = np.zeros(26 ** 3)
    for text in texts:
        codes = CLASS[np.frombuffer(text.encode("latin-1", "replace"), dtype=np.uint8)]
        np.add.at(pairs, codes[:-1] * CLASSES + codes[1:], 1)
        letters = (codes[:-2] < 26) & (codes[1:-1] < 26) & (codes[2:] < 26)
        np.add.at(triples, (codes[:-2] * 676 + codes[1:-1] * 26 + codes[2:])[letters], 1)
    return pairs, triples

FEATURES = 16
MAX = 64  # characters that are looked at

def features(text, pair_odds, triple_odds):
    data = np.frombuffer(text.encode("latin-1", "replace")[:MAX], dtype=np.uint8)
    n = len(data)
    codes = CLASS[data]
    letter = codes < 26
    digit = codes == 26
    upper = (data >= 65) & (data <= 90)
    lower = (data >= 97) & (data <= 122)
    steps = max(1, n - 1)
    pair_sum = float(pair_odds[codes[:-1] * CLASSES + codes[1:]].sum())
    all_letters = letter[:-2] & letter[1:-1] & letter[2:]
    triple_count = int(all_letters.sum())
    triple_sum = float(triple_odds[(codes[:-2] * 676 + codes[1:-1] * 26 + codes[2:])[all_letters]].sum()) if n > 2 else 0.0
    swaps = int(((letter[:-1] & digit[1:]) | (digit[:-1] & letter[1:])).sum())
    rises = int((lower[:-1] & upper[1:]).sum())
    falls = int((upper[:-1] & lower[1:]).sum())
    longest = run = 0
    for value in lower.tolist():
        run = run + 1 if value else 0
        longest = max(longest, run)
    letters = int(letter.sum())
    vowels = int(np.isin(codes, [0, 4, 8, 14, 20]).sum())
    digits = int(digit.sum())
    distinct = len(set((data & 63).tolist()))
    return [
        pair_sum / (4 * steps), pair_sum / 64,
        triple_sum / (2 * max(1, triple_count)), triple_sum / 32,
        triple_count / max(1, n - 2), digits / n, swaps / steps * 2, rises / steps * 4,
        falls / steps * 4, longest / 16, vowels / max(1, letters), 8 / max(8, n),
        distinct / n, int(upper.sum()) / n, (n - letters - digits) / n * 4, min(swaps, 8) / 8,
    ]

# ---------------------------------------------------------------- a network of one hidden layer

HIDDEN = 16

def train(x, y, weight):
    rng = np.random.default_rng(1)
    params = [rng.normal(0, 0.4, (FEATURES, HIDDEN)), np.zeros(HIDDEN), rng.normal(0, 0.4, HIDDEN), np.zeros(1)]
    moments = [[np.zeros_like(p), np.zeros_like(p)] for p in params]
    step = 0
    for epoch in range(25):
        rate = 0.01 * 0.88 ** epoch
        order = rng.permutation(len(y))
        for start in range(0, len(y), 512):
            batch = order[start:start + 512]
            xb, yb, wb = x[batch], y[batch], weight[batch]
            pre = xb @ params[0] + params[1]
            hidden = np.maximum(pre, 0)
            out = 1 / (1 + np.exp(-(hidden @ params[2] + params[3])))
            delta = (out - yb) * wb / len(batch)
            back = np.outer(delta, params[2]) * (pre > 0)
            grads = [xb.T @ back, back.sum(0), hidden.T @ delta, delta.sum(keepdims=True)]
            step += 1
            for p, g, (m, v) in zip(params, grads, moments):
                g = g + 1e-6 * p
                m *= 0.9; m += 0.1 * g
                v *= 0.999; v += 0.001 * g * g
                p -= rate * (m / (1 - 0.9 ** step)) / (np.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
    return params

def score(x, params):
    hidden = np.maximum(x @ params[0] + params[1], 0)
    return 1 / (1 + np.exp(-(hidden @ params[2] + params[3])))

SCALE = 128  # weights are twelve bits, 1/128 a unit, −16…16

def main():
    target = sys.argv[1]
    texts = natural()
    texts = [t for t in texts if len(t) >= 6]
    learn = [t for t in texts if not held_out(t)]
    keep = [t for t in texts if held_out(t)]
    print(len(learn), "natural texts to train on,", len(keep), "held out")
    pairs, triples = pairs_and_triples(learn)
    # Log-odds against the pairs of random text, whose classes are not uniform.
    random_pairs, random_triples = pairs_and_triples(drawn_at_random(60_000))
    def odds(natural_counts, random_counts, smooth):
        p = (natural_counts + smooth) / (natural_counts.sum() + smooth * len(natural_counts))
        q = (random_counts + smooth) / (random_counts.sum() + smooth * len(random_counts))
        return np.log(p / q)
    pair_raw = np.clip(odds(pairs, random_pairs, 5.0), -4, 3.875)
    pair_codes = np.rint((pair_raw + 4) * 8).astype(int)  # six bits, 1/8 a unit
    pair_odds = pair_codes / 8 - 4
    triple_raw = odds(triples, np.full(26 ** 3, triples.sum() / 26 ** 3), 2.0)
    triple_codes = np.digitize(triple_raw, [-2.0, -0.25, 1.25])  # two bits
    levels = [-3, -1, 0.5, 2]
    triple_odds = np.array(levels)[triple_codes]

    sample = random.sample(learn, min(100_000, len(learn)))
    # Short pieces of long texts, too: a value may begin or end anywhere.
    sample = [t if random.random() < 0.8 or len(t) < 12 else t[:random.randrange(8, len(t))] for t in sample]
    positives = drawn_at_random(100_000)
    x = np.array([features(t, pair_odds, triple_odds) for t in sample + positives])
    y = np.array([0.0] * len(sample) + [1.0] * len(positives))
    weight = np.where(y == 0, 1.5, 1.0)
    params = train(x, y, weight)
    params = [np.clip(np.rint(p * SCALE), -2048, 2047) / SCALE for p in params]

    report = []
    print("held out: length, false accepts (language >= 0.5), then false rejects by alphabet")
    for length in (8, 12, 16, 24, 32, 40):
        near = [t for t in keep if abs(len(t) - length) <= max(1, length // 8)]
        accepts = score(np.array([features(t, pair_odds, triple_odds) for t in near[:8000]]), params) >= 0.5
        row = [length, len(accepts), 100 * accepts.mean()]
        for name in ("hex", "base62", "base64"):
            made = [drawn(name, length) for _ in range(4000)]
            row.append(100 * (score(np.array([features(t, pair_odds, triple_odds) for t in made]), params) < 0.5).mean())
        report.append(row)
        print("  %3d (%d)  %.2f %%   hex %.2f %%  base62 %.2f %%  base64 %.2f %%" % tuple(row))
        wrong = [t for t, bad in zip(near, accepts) if bad]
        print("      e.g.", random.sample(wrong, min(8, len(wrong))))

    pair_text = "".join(chr(OFFSET + c) for c in pair_codes)
    flat = list(triple_codes) + [0] * (-len(triple_codes) % 3)
    triple_text = "".join(chr(OFFSET + (flat[i] | flat[i + 1] << 2 | flat[i + 2] << 4)) for i in range(0, len(flat), 3))
    numbers = np.concatenate([params[0].T.ravel(), params[1], params[2], params[3]])
    weight_text = ""
    for number in numbers:
        code = int(round(number * SCALE)) + 2048
        weight_text += chr(OFFSET + (code >> 6)) + chr(OFFSET + (code & 63))
    def literal(text):
        lines = [text[i:i + 80] for i in range(0, len(text), 80)]
        return '#"""\n' + "\\#\n".join("        " + line for line in lines) + '\n        """#'
    table = "\n".join(
        "    /// | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% |" % (r[0], r[2], r[3], r[4], r[5]) for r in report)
    with open(target, "w") as file:
        file.write(f'''/// The trained numbers of `RandomnessScore`, six bits a character. Made by
/// `scripts/train-randomness.py`; do not edit.
enum RandomnessModel {{
    /// Log-odds of neighbouring character classes, {CLASSES} × {CLASSES}, in eighths, from −4.
    static let pairs: StaticString = {literal(pair_text)}

    /// Log-odds of three letters, 26³ of two bits, three a character.
    static let triples: StaticString = {literal(triple_text)}

    /// The network: {HIDDEN} × {FEATURES} weights, {HIDDEN} offsets, {HIDDEN} weights, 1 offset; two
    /// characters each, in {SCALE}ths, from −16.
    static let weights: StaticString = {literal(weight_text)}
}}
''')
    print(len(pair_text) + len(triple_text) + len(weight_text), "bytes of table")
    print(table)
    if len(sys.argv) > 2:
        # Scores to compare the Swift side with.
        with open(sys.argv[2], "w") as file:
            for text in ["kJ8xQ2mN4pL7vR1s", "getUserAccountName", "deadbeef", "the quick brown fox"] + keep[:50]:
                if "\n" not in text:
                    file.write("%.5f\t%s\n" % (score(np.array([features(text, pair_odds, triple_odds)]), params)[0], text))

main()
