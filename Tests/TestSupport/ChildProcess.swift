import Foundation

/// Runs programs for tests, by `posix_spawn` and `waitpid`.
///
/// Not by Foundation's `Process`: its `waitUntilExit` needs a run loop of the calling thread, and
/// when all threads of the concurrency pool wait that way now and then none of them wakes up.
package struct ChildProcess {
    private let identifier: pid_t

    /// Starts `program` (a full path) in `folder`.
    ///
    /// - Parameters:
    ///   - environment: the whole environment of the child.
    ///   - input, output, errors: paths of files; the null device by default.
    /// - Throws: `POSIXError` when it cannot be started.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String], folder: String,
        input: String = "/dev/null", output: String = "/dev/null", errors: String = "/dev/null"
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // No signal mask or ignored signals of the test runner reach the child.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        // `env -C` changes the folder: Glibc's own action for that is hidden from Swift.
        let launcher = "/usr/bin/env"
        var words = ([launcher, "-C", folder, program] + arguments).map { strdup($0) } + [nil]
        var settings = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for word in words + settings { free(word) } }
        var started = pid_t()
        let code = posix_spawn(&started, launcher, &actions, &attributes, &words, &settings)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        identifier = started
    }

    /// Waits for the end.
    /// - Returns: the exit status, or 128 and the number of the signal that ended it.
    package func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
}
