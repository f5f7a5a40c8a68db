/// The bytes of one object of a sweep, freed with their last owner.
///
/// `@unchecked Sendable`: written by the thread that makes it, before any other sees it.
final class ObjectBuffer: @unchecked Sendable {
    let memory: UnsafeMutableRawBufferPointer

    init(byteCount: Int) { memory = .allocate(byteCount: byteCount, alignment: 16) }

    deinit { memory.deallocate() }

    var count: Int { memory.count }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(memory) }
}
