extension String {
    /// Whether these bytes stand in the text; unlike `contains` it does not look for characters.
    func holds(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard count > 0, utf8.count >= count else { return false }
        let first = word.utf8Start[0]
        let found = utf8.withContiguousStorageIfAvailable { bytes in
            var index = 0
            while index + count <= bytes.count {
                if bytes[index] == first {
                    var matched = 1
                    while matched < count, bytes[index + matched] == word.utf8Start[matched] {
                        matched += 1
                    }
                    if matched == count { return true }
                }
                index += 1
            }
            return false
        }
        return found ?? contains("\(word)")
    }
}
