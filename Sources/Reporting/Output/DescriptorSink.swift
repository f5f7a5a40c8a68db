#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Writes to an open descriptor, such as standard output, a device or a FIFO.
///
/// A closed pipe is `ReportError.closedPipe` only where the process ignores `SIGPIPE`; the
/// executable does so at its start.
package final class DescriptorSink: ReportSink {
    private let place: String
    private var descriptor: Int32
    private let closesDescriptor: Bool

    /// Writes to `descriptor`, named `place` in errors; closes it in the end only when asked.
    package init(descriptor: Int32, place: String, closesDescriptor: Bool = false) {
        self.descriptor = descriptor
        self.place = place
        self.closesDescriptor = closesDescriptor
    }

    /// Writes to standard output, which stays open.
    package static func standardOutput() -> DescriptorSink {
        DescriptorSink(descriptor: STDOUT_FILENO, place: "standard output")
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(ReportError) {
        let number = DescriptorSink.writeAll(bytes, to: descriptor)
        guard number == 0 else { throw .writing(place, errno: number) }
    }

    package func finish() throws(ReportError) {
        guard closesDescriptor, descriptor >= 0 else { return }
        let result = close(descriptor)
        let number = errno
        descriptor = -1
        // After EINTR the descriptor is gone on Linux; closing again could hit another file.
        guard result == 0 || number == EINTR else { throw .writing(place, errno: number) }
    }

    package func discard() {
        guard closesDescriptor, descriptor >= 0 else { return }
        _ = close(descriptor)
        descriptor = -1
    }

    deinit { discard() }

    /// Writes everything, over partial writes, interruptions and non-blocking descriptors.
    ///
    /// - Returns: 0, or the `errno` of the write that failed.
    static func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            #if canImport(Darwin)
                let written = Darwin.write(descriptor, piece.baseAddress, piece.count)
            #else
                let written = Glibc.write(descriptor, piece.baseAddress, piece.count)
            #endif
            if written > 0 {
                rest = rest.dropFirst(written)
                continue
            }
            let number = written == 0 ? EIO : errno
            switch number {
            case EINTR: continue
            case EAGAIN:
                // A shell may share a non-blocking terminal or pipe with us: wait until it drains.
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                if poll(&waiting, 1, -1) < 0 && errno != EINTR { return errno }
            default: return number
            }
        }
        return 0
    }
}
