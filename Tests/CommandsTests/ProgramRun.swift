import Foundation
import TestSupport

/// One run of the built program as a process, as a pipeline would start it.
struct ProgramRun {
    let status: Int32
    let output: Data
    let errors: Data

    /// Standard output as text.
    var text: String { String(decoding: output, as: UTF8.self) }
    /// Standard error as text.
    var complaint: String { String(decoding: errors, as: UTF8.self) }

    /// The program beside the test bundle; `PORTCULLIS_TEST_PROGRAM` names another one.
    static let program: String = {
        if let named = ProcessInfo.processInfo.environment["PORTCULLIS_TEST_PROGRAM"] {
            return named
        }
        return URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent().appendingPathComponent("portcullis").path
    }()

    /// Runs the program in `folder`; `shell` wraps it in a command of bash that says `"$@"`.
    init(
        _ arguments: [String], in folder: String, environment: [String: String] = [:],
        input: Data? = nil, shell: String? = nil
    ) throws {
        let scratch = try Scene()
        // Files and not pipes: nobody needs to read along.
        try scratch.write("in", input ?? Data())
        let settings = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("GIT_") && !$0.key.hasPrefix("PORTCULLIS_") }
            .merging(["HOME": scratch.path, "GIT_CONFIG_NOSYSTEM": "1"]) { $1 }
            .merging(environment) { $1 }
        let wrapped =
            shell.map { ["-c", $0, "bash", ProgramRun.program] + arguments } ?? arguments
        status = try ChildProcess(
            shell == nil ? ProgramRun.program : "/bin/bash", wrapped, environment: settings,
            folder: folder, input: scratch.url("in").path, output: scratch.url("out").path,
            errors: scratch.url("err").path
        ).wait()
        output = try Data(contentsOf: scratch.url("out"))
        errors = try Data(contentsOf: scratch.url("err"))
    }
}
