/// What the process tells its caller.
package enum ExitStatus: Int32, Sendable {
    /// Everything was read and nothing blocks.
    case clean = 0
    /// At least one finding blocks.
    case findings = 1
    /// The command line or a configuration is wrong; nothing was judged.
    case usage = 2
    /// Something could not be read or finished, and nothing found so far blocks.
    case incomplete = 3
}
