/// Where a word stands in the text it was read from: UTF-8 bytes, half-open.
package struct WordSpan: Hashable, Sendable {
    package let offset: Int
    package let length: Int

    package init(offset: Int, length: Int) {
        self.offset = offset
        self.length = length
    }
}
