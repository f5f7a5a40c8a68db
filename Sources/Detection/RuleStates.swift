/// What one thread knows of each rule: as it runs it, and within the text at hand.
///
/// By pointer, since it is asked at every hit of a literal: checks of bounds and of exclusive access
/// would cost more than the answer. The indexes are those of the rule set, which holds as many rules.
struct RuleStates: ~Copyable {
    /// What is known of one rule.
    struct State {
        /// The rule as the thread runs it, once it was asked for; held until `deinit`, so that no
        /// use need count references.
        fileprivate(set) var compiled: Unmanaged<CompiledRule>?
        /// The text of which the rest is known; all else is void.
        var epoch = 0
        /// Whether the rule fits the blob's paths, language and encoding.
        var fits = false
        /// Start of the last anchored attempt: several literals may lead to one place.
        var lastStart = -1
        /// End of the stretch that an unanchored rule has searched.
        var searchedUntil = 0
        /// The same for assignments with a bare name.
        var contextSearchedUntil = 0

        /// Begins with a text.
        mutating func begin(_ epoch: Int, fits: Bool) {
            self = State(compiled: compiled, epoch: epoch, fits: fits)
        }
    }

    private let states: UnsafeMutablePointer<State>
    private let count: Int
    private let texts: UnsafeMutablePointer<Int>

    /// Knows nothing of as many rules.
    init(count: Int) {
        self.count = count
        states = .allocate(capacity: count)
        states.initialize(repeating: State(), count: count)
        texts = .allocate(capacity: 1)
        texts.initialize(to: 0)
    }

    deinit {
        for index in 0..<count { states[index].compiled?.release() }
        states.deinitialize(count: count)
        states.deallocate()
        texts.deallocate()
    }

    /// The number of the text at hand, from 1, so that nothing need be reset between texts.
    var epoch: Int { texts.pointee }

    /// Voids what is known of the text before.
    func beginText() { texts.pointee += 1 }

    /// Takes a rule as the thread runs it, of which nothing was known yet.
    func hold(_ compiled: CompiledRule, at index: Int) {
        states[index].compiled?.release()
        states[index].compiled = .passRetained(compiled)
    }

    /// What is known of a rule.
    subscript(index: Int) -> State {
        @inline(__always) _read { yield states[index] }
        @inline(__always) nonmutating _modify { yield &states[index] }
    }
}
