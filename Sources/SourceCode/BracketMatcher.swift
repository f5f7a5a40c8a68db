/// Finds the other end of each bracket, also where some are missing.
enum BracketMatcher {
    /// Gives every opening token the index of its closing one, and back.
    ///
    /// Linear: a closing bracket that no open one waits for is left alone, and any other takes the
    /// ones that were forgotten before it off the stack for good.
    static func match(_ tokens: consuming [CodeToken], bytes: UnsafeRawBufferPointer) -> [CodeToken]
    {
        var stack: [Int] = []
        var waiting = [0, 0, 0, 0, 0]
        let last = UInt32(max(tokens.count - 1, 0))
        for index in tokens.indices {
            switch tokens[index].kind {
            case .open, .holeOpen, .templateStart:
                tokens[index].match = last
                stack.append(index)
                waiting[slot(tokens[index])] += 1
            case .close, .holeClose, .templateEnd:
                let slot = slot(tokens[index])
                guard waiting[slot] > 0 else { continue }
                while let open = stack.popLast() {
                    let found = Self.slot(tokens[open])
                    waiting[found] -= 1
                    tokens[open].match = UInt32(index)
                    if found == slot {
                        tokens[index].match = UInt32(open)
                        break
                    }
                }
            default: break
            }
        }
        return tokens
    }

    private static func slot(_ token: CodeToken) -> Int {
        switch token.kind {
        case .holeOpen, .holeClose: 3
        case .templateStart, .templateEnd: 4
        default: token.payload == 40 || token.payload == 41 ? 0 : token.payload > 100 ? 1 : 2
        }
    }
}
