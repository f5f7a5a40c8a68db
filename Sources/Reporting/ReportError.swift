/// Why a report could not be written; equal by code.
package struct ReportError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kind of failure.
    package enum Code: String, Sendable {
        /// No reporter has this name.
        case unknownFormat = "unknown-format"
        /// A `FORMAT[=PATH]` has an empty part.
        case badDestination = "bad-destination"
        /// Two reports would go to the same place.
        case sharedDestination = "shared-destination"
        /// The folder of the target does not exist.
        case folderMissing = "folder-missing"
        /// The target is a folder.
        case targetIsFolder = "target-is-folder"
        /// The target or its folder may not be written.
        case notWritable = "not-writable"
        /// No space or quota is left.
        case diskFull = "disk-full"
        /// The reader of the pipe has gone.
        case closedPipe = "closed-pipe"
        /// Any other failure of the system.
        case writeFailed = "write-failed"
    }

    /// The kind of failure; the one part that equality looks at.
    package let code: Code
    /// What failed, where, and what to do; safe for a terminal.
    package let message: String
    /// The system's own words, where it was asked.
    package let cause: String?

    /// Makes an error; `message` holds no control characters.
    package init(code: Code, message: String, cause: String? = nil) {
        self.code = code
        self.message = message
        self.cause = cause
    }

    package var description: String {
        guard let cause else { return message }
        return "\(message) (\(cause))"
    }

    package static func == (left: ReportError, right: ReportError) -> Bool {
        left.code == right.code
    }
}

extension ReportError {
    /// No reporter is called `format`.
    static func unknownFormat(_ format: String, known: [String]) -> ReportError {
        ReportError(
            code: .unknownFormat,
            message: "there is no report format “\(TerminalText.escaped(format))”; use one of "
                + known.joined(separator: ", "))
    }

    /// `--report` was given as `text` with an empty part.
    static func badDestination(_ text: String) -> ReportError {
        ReportError(
            code: .badDestination,
            message: "“\(TerminalText.escaped(text))” is no report destination; write FORMAT or "
                + "FORMAT=PATH, such as sarif=portcullis.sarif")
    }

    /// Two reports would go to `place`.
    static func sharedDestination(_ place: String) -> ReportError {
        ReportError(
            code: .sharedDestination,
            message: "two reports would be written to \(TerminalText.escaped(place)); give each "
                + "its own path")
    }
}
