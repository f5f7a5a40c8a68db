/// YAML: `#` behind a blank, outside of quoted and block scalars.
extension CommentLexer {
    /// Walks the text line by line.
    mutating func lexYAML() {
        while offset < bytes.count {
            let lineStart = offset
            if let header = yamlLine(from: lineStart) {
                skipBlockScalar(header)
            }
        }
    }

    /// The announcement of a block scalar.
    private struct BlockHeader {
        /// Columns of the node that holds the scalar; its lines are further in.
        let parentIndent: Int
        /// Explicit indentation indicator, or 0.
        let indicator: Int
    }

    /// Reads one line (more where a quoted scalar spans them) and moves behind it.
    private mutating func yamlLine(from lineStart: Int) -> BlockHeader? {
        var position = lineStart
        while isBlank(byte(position)) { position += 1 }
        var parent = position - lineStart
        var hasKey = false
        // Where a scalar may start: quotes and block indicators mean something only there.
        var startsScalar = true
        var flowDepth = 0
        while position < bytes.count {
            let current = bytes[position]
            switch current {
            case 0x0A, 0x0D:
                offset = afterLineEnd(position)
                return nil
            case 0x20, 0x09: position += 1
            case UInt8(ascii: "#") where position == lineStart || isBlank(byte(position - 1)):
                offset = position
                lineComment()
                offset = afterLineEnd(offset)
                return nil
            case UInt8(ascii: "\"") where startsScalar, UInt8(ascii: "'") where startsScalar:
                offset = position
                let isDouble = current == UInt8(ascii: "\"")
                skipString(
                    escape: isDouble ? UInt8(ascii: "\\") : 0, isDoubled: !isDouble,
                    spansLines: true)
                position = offset
                startsScalar = false
            case UInt8(ascii: "|") where startsScalar && flowDepth == 0,
                UInt8(ascii: ">") where startsScalar && flowDepth == 0:
                if let header = blockHeader(at: position, parentIndent: parent) { return header }
                startsScalar = false
                position += 1
            case UInt8(ascii: "-") where startsScalar && !hasKey && isSpace(byte(position + 1)):
                // The entry's content counts from behind the dash, once it is a mapping.
                position += 1
                var next = position
                while isBlank(byte(next)) { next += 1 }
                if isMappingEntry(next) { parent = next - lineStart }
            case UInt8(ascii: "?") where startsScalar && isSpace(byte(position + 1)): position += 1
            case UInt8(ascii: ":") where isSpace(byte(position + 1)):
                hasKey = true
                startsScalar = true
                position += 1
            case UInt8(ascii: "!") where startsScalar, UInt8(ascii: "&") where startsScalar:
                // A tag or an anchor before the scalar.
                while !isSpace(byte(position)) { position += 1 }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if startsScalar { flowDepth += 1 }
                position += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                flowDepth = max(0, flowDepth - 1)
                startsScalar = false
                position += 1
            case UInt8(ascii: ",") where flowDepth > 0:
                startsScalar = true
                position += 1
            default:
                startsScalar = false
                position += 1
            }
        }
        offset = bytes.count
        return nil
    }

    /// Whether an entry that starts at `position` is a mapping: a `: ` follows on its line before
    /// any block indicator could. Looks at most 256 bytes ahead, so that rows of dashes stay cheap.
    private func isMappingEntry(_ position: Int) -> Bool {
        var next = position
        let end = min(bytes.count, position + 256)
        while next < end, !isLineEnd(bytes[next]) {
            if bytes[next] == UInt8(ascii: ":"), isSpace(byte(next + 1)) { return true }
            next += 1
        }
        return false
    }

    /// `|`, `>-`, `|2+ # comment` and a line end; moves behind the line.
    private mutating func blockHeader(at start: Int, parentIndent: Int) -> BlockHeader? {
        var position = start + 1
        var indicator = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "+"), UInt8(ascii: "-"): position += 1
            case UInt8(ascii: "1")...UInt8(ascii: "9") where indicator == 0:
                indicator = Int(bytes[position] - UInt8(ascii: "0"))
                position += 1
            default:
                let behind = position
                while isBlank(byte(position)) { position += 1 }
                if byte(position) == UInt8(ascii: "#"), position > behind {
                    offset = position
                    lineComment()
                    position = offset
                }
                guard position >= bytes.count || isLineEnd(bytes[position]) else { return nil }
                offset = afterLineEnd(position)
                return BlockHeader(parentIndent: parentIndent, indicator: indicator)
            }
        }
        offset = bytes.count
        return nil
    }

    /// Moves over the lines of a block scalar (YAML 1.2.2 §8.1.1).
    private mutating func skipBlockScalar(_ header: BlockHeader) {
        var contentIndent = header.indicator > 0 ? header.parentIndent + header.indicator : 0
        while offset < bytes.count {
            var position = offset
            while byte(position) == 0x20 { position += 1 }
            let indent = position - offset
            let end = lineEnd(from: position)
            let isEmpty = bytes[position..<end].allSatisfy { isBlank($0) }
            if !isEmpty {
                if contentIndent == 0 {
                    // At the top level a scalar may stand in the first column's next level only.
                    guard indent > header.parentIndent else { return }
                    contentIndent = indent
                }
                guard indent >= contentIndent else { return }
            }
            offset = afterLineEnd(end)
        }
    }
}
