/// What a name says of the value that is given to it.
///
/// In `password_field` the last word rules, as in English: it is a field. So a name counts by its
/// last word, once words such as `value`, `prod` or `2` that say nothing of the kind are off.
struct CredentialName {
    /// The kind of secret that the name promises.
    enum Kind {
        case password
        case secret
        case token
        case key
        case privateKey
    }

    /// How surely a secret follows.
    enum Strength: Int {
        /// Lists of them, and `key` or `auth` without a word before.
        case weak
        /// `token`, `secret`, and keys of something unknown: `ablyKey`.
        case plain
        /// Passwords, `client_secret`, `access_token`, `api_key`.
        case strong
    }

    let kind: Kind
    let strength: Strength
    /// Whether the name is a sentence's word rather than one that somebody chose for a setting.
    let isVerb: Bool

    init?(_ text: UnsafeRawBufferPointer) {
        var words = CredentialName.words(of: text)
        while let last = words.last, CredentialName.neutral.contains(last) { words.removeLast() }
        guard let head = words.popLast() else { return nil }
        // `number_of_tokens`, `is_password`, `get-token`: what begins so is no setting.
        let first = words.first ?? head
        isVerb =
            CredentialName.verbs.contains(first)
            || [3, 5, 6, 8].contains { CredentialName.verbs.contains(head.dropping($0)) }
        if CredentialName.questions.contains(first) { return nil }
        guard
            let found = CredentialName.meaning(of: head, after: words.last, before: words)
        else { return nil }
        kind = found.0
        strength = found.1
    }

    /// The words of a name: parted by `_`, `-`, `.`, digits and changes of case.
    private static func words(of text: UnsafeRawBufferPointer) -> [CredentialWord] {
        var words: [CredentialWord] = []
        var word = CredentialWord()
        for index in text.indices {
            let byte = text[index]
            guard LineText.isLetter(byte) else {
                if word.count > 0 { words.append(word) }
                word = CredentialWord()
                continue
            }
            if LineText.isUpper(byte), index > 0, LineText.isLetter(text[index - 1]) {
                let isRise = !LineText.isUpper(text[index - 1])
                // `APIKey`: the last capital belongs to what follows; `APIs` is one word.
                let opensWord =
                    index + 2 < text.count && !LineText.isUpper(text[index + 1])
                    && LineText.isLetter(text[index + 1])
                if isRise || opensWord {
                    if word.count > 0 { words.append(word) }
                    word = CredentialWord()
                }
            }
            word.append(byte)
        }
        if word.count > 0 { words.append(word) }
        return words
    }

    private static func meaning(
        of head: CredentialWord, after modifier: CredentialWord?, before words: [CredentialWord]
    ) -> (Kind, Strength)? {
        if passwords.contains(head) || passwordEnds.contains(where: { ends(head, with: $0) }) {
            if noPasswords.contains(head) { return nil }
            if let modifier, passwordModifiers.contains(modifier) { return nil }
            if words.contains(where: { texts.contains($0) }) { return nil }
            return (.password, plurals.contains(head) ? .plain : .strong)
        }
        if let modifier, modifier == publicWord || modifier == maxWord { return nil }
        let isNegated = words.contains { negatives.contains($0) }
        if secrets.contains(head) || ends(head, with: secretWord) {
            if let modifier, secretModifiers.contains(modifier) { return nil }
            return (.secret, isNegated ? .weak : plurals.contains(head) ? .weak : .strong)
        }
        if tokens.contains(head) || ends(head, with: tokenWord) {
            if words.contains(where: { tokenNegatives.contains($0) }) { return nil }
            if head != tokenWord, ends(head, with: tokenWord),
                tokenNegatives.contains(head.dropping(5))
            {
                return nil
            }
            let isStrong = modifier.map { strongModifiers.contains($0) } ?? (head != tokenWord)
            return (.token, plurals.contains(head) ? .weak : isStrong ? .strong : .plain)
        }
        if head == patWord {
            return words.isEmpty ? nil : (.token, .plain)
        }
        if head == authWord || head == authorizationWord { return (.token, .weak) }
        return key(head, words)
    }

    /// `apiKey`, `apikey`, `KEY`; not `cacheKey`, `hotkey`, `monkey`.
    private static func key(
        _ head: CredentialWord, _ words: [CredentialWord]
    ) -> (Kind, Strength)? {
        guard head == keysWord || ends(head, with: keyWord) else { return nil }
        var modifier = words.last
        if head != keyWord, head != keysWord {
            let rest = head.dropping(3)
            if noKeys.contains(head) { return nil }
            modifier = rest
        }
        guard let modifier else { return (.key, .weak) }
        if keyNegatives.contains(modifier) { return nil }
        if words.dropLast().contains(where: { farKeyNegatives.contains($0) }) { return nil }
        if modifier == privateWord { return (.privateKey, .strong) }
        if modifier == secretWord { return (.secret, .strong) }
        if strongModifiers.contains(modifier) || ends(modifier, with: apiWord) {
            return (.key, head == keysWord ? .plain : .strong)
        }
        if ends(modifier, with: secretWord) { return (.secret, .strong) }
        return (.key, .plain)
    }

    private static func ends(_ word: CredentialWord, with end: CredentialWord) -> Bool {
        word.count >= end.count && word.suffix(end.count) == end
    }
}
