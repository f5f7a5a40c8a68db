#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension ReportError {
    /// Maps a failed `open`, `stat` or `rename` for the report at `path`.
    static func opening(_ path: String, errno number: Int32) -> ReportError {
        let place = TerminalText.escaped(path)
        let cause = systemWords(number)
        switch number {
        case ENOENT, ENOTDIR:
            return ReportError(
                code: .folderMissing,
                message: "cannot write the report \(place): its folder does not exist; "
                    + "make the folder or choose another path", cause: cause)
        case EISDIR:
            return ReportError(
                code: .targetIsFolder,
                message: "cannot write the report \(place): it is a folder; "
                    + "name a file in it", cause: cause)
        case EACCES, EPERM, EROFS:
            return ReportError(
                code: .notWritable,
                message: "cannot write the report \(place): its folder may not be written; "
                    + "choose a folder that you may write to", cause: cause)
        case ENOSPC, EDQUOT:
            return writing(place, errno: number)
        default:
            return ReportError(
                code: .writeFailed, message: "cannot write the report \(place)", cause: cause)
        }
    }

    /// Maps a failed `write` or `close` on the report at `place`.
    static func writing(_ place: String, errno number: Int32) -> ReportError {
        let place = TerminalText.escaped(place)
        let cause = systemWords(number)
        switch number {
        case ENOSPC, EDQUOT, EFBIG:
            return ReportError(
                code: .diskFull,
                message: "cannot write the report \(place): the disk is full; "
                    + "free some space and scan again", cause: cause)
        case EPIPE:
            return ReportError(
                code: .closedPipe,
                message: "the reader of \(place) has gone before the report was complete",
                cause: cause)
        default:
            return ReportError(
                code: .writeFailed, message: "cannot write the report \(place)", cause: cause)
        }
    }

    /// `strerror` without its shared buffer.
    private static func systemWords(_ number: Int32) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
            buffer.initialize(repeating: 0)
            guard let start = buffer.baseAddress,
                strerror_r(number, start, buffer.count - 1) == 0
            else { return "error \(number)" }
            return String(cString: start)
        }
    }
}
