#if canImport(Glibc)
    private import Glibc
#else
    private import Darwin
#endif

/// Reads a log of any length in windows of bounded size.
///
/// Each window overlaps its neighbours: text before the part that counts gives context, text
/// after it completes what starts near its end. Every byte counts in exactly one window.
package final class LogStream {
    /// A stretch of the log in memory.
    package struct Window {
        package let bytes: UnsafeRawBufferPointer
        /// Findings that start in this part of `bytes` belong to this window.
        package let counted: Range<Int>
        /// Line breaks of the log before `bytes`.
        package let linesBefore: Int
        /// UTF-16 columns are unknown before this window when its first line began earlier.
        package let startsInsideLine: Bool
    }

    private let descriptor: Int32
    private let ownsDescriptor: Bool
    private var buffer: UnsafeMutableRawBufferPointer
    private var filled = 0
    private var countedFrom = 0
    private var linesBefore = 0
    private var startsInsideLine = false
    private var isAtEnd = false
    /// Bytes read so far.
    package private(set) var byteCount = 0

    /// Context kept in front of what counts, in bytes.
    package static let contextBytes = 16 << 10
    /// What may still follow the start of a finding, in bytes.
    package static let lookaheadBytes = 128 << 10
    /// Size of a window, in bytes.
    package static let windowBytes = 4 << 20

    /// Opens a file, or standard input for `-`.
    ///
    /// - Parameter windowBytes: smaller values are for tests.
    /// - Throws: `.missing`, `.unreadable`; `.special` for a folder.
    package init(path: String, windowBytes: Int = LogStream.windowBytes) throws(InputError) {
        if path == "-" {
            descriptor = STDIN_FILENO
            ownsDescriptor = false
        } else {
            descriptor = open(path, O_RDONLY | O_CLOEXEC)
            ownsDescriptor = true
            guard descriptor >= 0 else { throw FileReader.failure(errno) }
            var status = stat()
            if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                close(descriptor)
                throw InputError(.special, "a folder: name a log file, or - for standard input")
            }
        }
        let least = LogStream.contextBytes + 2 * LogStream.lookaheadBytes
        buffer = .allocate(byteCount: max(windowBytes, least), alignment: 16)
    }

    /// Lends the next window; `nil` at the end.
    ///
    /// - Throws: `.unreadable` when reading fails midway.
    package func next<Result>(
        _ body: (Window) throws -> Result
    ) throws -> Result? {
        if isAtEnd && countedFrom >= filled { return nil }
        try fill()
        if filled == 0 { return nil }
        let end = isAtEnd ? filled : max(countedFrom, filled - LogStream.lookaheadBytes)
        let window = Window(
            bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<filled]),
            counted: countedFrom..<end, linesBefore: linesBefore,
            startsInsideLine: startsInsideLine)
        let result = try body(window)
        advance(to: end)
        return result
    }

    private func fill() throws(InputError) {
        while !isAtEnd, filled < buffer.count {
            let target = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
            let received = systemRead(descriptor, target.baseAddress, target.count)
            if received < 0 && errno == EINTR { continue }
            guard received >= 0 else { throw FileReader.failure(errno) }
            if received == 0 { isAtEnd = true }
            filled += received
            byteCount += received
        }
    }

    /// Keeps the context before `end` and all after it. The window starts at a line where one
    /// begins within the context.
    private func advance(to end: Int) {
        var start = max(0, end - LogStream.contextBytes)
        if start > 0, let newline = buffer[start..<end].firstIndex(of: 0x0A) {
            start = newline + 1
        }
        guard start > 0 else {
            countedFrom = end
            return
        }
        startsInsideLine = buffer[start - 1] != 0x0A
        // As `LineIndex` counts: a carriage return alone, as progress bars write it, ends a line.
        for offset in 0..<start
        where buffer[offset] == 0x0A
            || buffer[offset] == 0x0D && (offset + 1 >= filled || buffer[offset + 1] != 0x0A)
        {
            linesBefore += 1
        }
        let kept = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start..<filled])
        buffer.copyMemory(from: kept)
        filled -= start
        countedFrom = end - start
    }

    private func systemRead(
        _ descriptor: Int32, _ target: UnsafeMutableRawPointer?, _ count: Int
    ) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, target, count)
        #else
            Darwin.read(descriptor, target, count)
        #endif
    }

    deinit {
        if ownsDescriptor { close(descriptor) }
        buffer.deallocate()
    }
}
