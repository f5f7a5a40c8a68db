/// Memory that one thread uses again and again; it grows with the largest use.
struct ByteRoom: ~Copyable {
    private var memory = UnsafeMutableRawBufferPointer(start: nil, count: 0)

    deinit { memory.deallocate() }

    /// Room for so many bytes, with anything in them; valid until the next call.
    mutating func bytes(_ count: Int) -> UnsafeMutableRawBufferPointer {
        if memory.count < count {
            memory.deallocate()
            memory = .allocate(
                byteCount: max(count, 4096, min(memory.count * 2, 1 << 24)), alignment: 16)
        }
        return UnsafeMutableRawBufferPointer(rebasing: memory[..<count])
    }
}
