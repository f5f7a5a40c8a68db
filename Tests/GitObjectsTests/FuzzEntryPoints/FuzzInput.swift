/// Takes a fuzzer's bytes one after the other; zeros come when there are no more.
struct FuzzInput {
    /// What has not been taken yet.
    private(set) var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { rest = bytes }

    /// The next byte.
    mutating func byte() -> UInt8 { take(1).first ?? 0 }

    /// The next two bytes, big-endian.
    mutating func half() -> Int { Int(byte()) << 8 | Int(byte()) }

    /// So many bytes, or as many as there are.
    mutating func take(_ count: Int) -> UnsafeRawBufferPointer {
        let taken = min(count, rest.count)
        defer { rest = UnsafeRawBufferPointer(rebasing: rest[taken...]) }
        return UnsafeRawBufferPointer(rebasing: rest[..<taken])
    }
}
