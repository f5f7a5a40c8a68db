#if canImport(Darwin)
    private import Darwin
#else
    private import Glibc
#endif

/// Tells strings drawn at random from words, identifiers, paths and sentences.
///
/// Log-odds of character pairs and letter triples against language, and counts such as changes
/// between letters and digits, go through a network of 16 hidden units (`RandomnessModel`, trained
/// by `scripts/train-randomness.py`).
///
/// Measured by that script on held-out words, identifiers, paths, versions and sentences (false
/// accepts: language at 0.5 or above) and on fresh random text (false rejects: below 0.5):
///
/// | length | false accepts | false rejects: hex | base62 | base64 |
/// | --- | --- | --- | --- | --- |
/// | 8 | 0.0 % | 10.7 % | 1.5 % | 2.8 % |
/// | 12 | 0.2 % | 0.9 % | 0.2 % | 0.9 % |
/// | 16 | 0.1 % | 0.0 % | 0.0 % | 0.2 % |
/// | 24, 32, 40 | 0.0 % | 0.0 % | 0.0 % | 0.0 % |
///
/// (6,000 to 8,000 held-out texts a length, 4,000 random ones a cell.)
///
/// Encoded text, such as the base64 of a sentence, counts as random; a password made of words
/// does not. Random text of letters in one case and fewer than 16 characters is often missed.
package enum RandomnessScore {
    /// How many bytes are looked at; the rest of a longer value does not count.
    package static let maxBytes = 64

    /// 0 for text that people wrote, 1 for random characters; 0.5 parts most. 0 below 2 bytes.
    ///
    /// Cost: 0.35 µs for 40 bytes in a release build on the 2-core machine, without allocation.
    package static func score(of value: UnsafeRawBufferPointer) -> Double {
        guard value.count >= 2 else { return 0 }
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: featureCount) { features in
            collect(UnsafeRawBufferPointer(rebasing: value.prefix(maxBytes)), into: features)
            return Double(judge(features))
        }
    }

    private static let classCount = 33
    private static let featureCount = 16
    private static let hiddenCount = 16
    private static let digitClass: UInt8 = 26

    /// Letters without case 0-25, digits 26, `_` 27, `-` 28, `.` 29, `/` 30, space 31, others 32.
    private static func characterClass(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digitClass
        case UInt8(ascii: "_"): 27
        case UInt8(ascii: "-"): 28
        case UInt8(ascii: "."): 29
        case UInt8(ascii: "/"): 30
        case UInt8(ascii: " "): 31
        default: 32
        }
    }

    /// Fills in the sixteen features; the training script computes the same ones.
    private static func collect(
        _ value: UnsafeRawBufferPointer, into features: UnsafeMutableBufferPointer<Float>
    ) {
        let pairs = RandomnessModel.pairs.utf8Start
        let triples = RandomnessModel.triples.utf8Start
        let count = value.count
        var pairSum: Float = 0
        var tripleSum: Float = 0
        var tripleCount = 0
        var letters = 0
        var digits = 0
        var uppers = 0
        var vowels = 0
        var swaps = 0
        var rises = 0
        var falls = 0
        var run = 0
        var longest = 0
        var seen: UInt64 = 0
        var before: UInt8 = 32
        var last: UInt8 = 32
        var lastIsUpper = false
        var lastIsLower = false
        for index in 0..<count {
            let byte = value[index]
            let current = characterClass(byte)
            let isLetter = current < digitClass
            let isUpper = isLetter && byte & 0x20 == 0
            let isLower = isLetter && !isUpper
            seen |= 1 << UInt64(byte & 63)
            if isLetter {
                letters += 1
                if isUpper { uppers += 1 }
                switch current {
                case 0, 4, 8, 14, 20: vowels += 1
                default: break
                }
            } else if current == digitClass {
                digits += 1
            }
            run = isLower ? run + 1 : 0
            longest = max(longest, run)
            if index > 0 {
                // Both classes are below 33, so the place is below 1089, the length of the table.
                let place = Int(last) * classCount + Int(current)
                pairSum += (Float(pairs[place]) - 40) / 8 - 4
                if (last < digitClass && current == digitClass)
                    || (last == digitClass && isLetter)
                {
                    swaps += 1
                }
                if lastIsLower && isUpper { rises += 1 }
                if lastIsUpper && isLower { falls += 1 }
                if index > 1, isLetter, last < digitClass, before < digitClass {
                    // Three classes below 26: the place is below 17,576, a third of it in the table.
                    let place = Int(before) * 676 + Int(last) * 26 + Int(current)
                    let code = (triples[place / 3] - 40) >> UInt8(place % 3 * 2) & 3
                    tripleCount += 1
                    switch code {
                    case 0: tripleSum -= 3
                    case 1: tripleSum -= 1
                    case 2: tripleSum += 0.5
                    default: tripleSum += 2
                    }
                }
            }
            before = last
            last = current
            lastIsUpper = isUpper
            lastIsLower = isLower
        }
        let length = Float(count)
        let steps = Float(count - 1)
        features[0] = pairSum / (4 * steps)
        features[1] = pairSum / 64
        features[2] = tripleSum / Float(2 * max(1, tripleCount))
        features[3] = tripleSum / 32
        features[4] = Float(tripleCount) / Float(max(1, count - 2))
        features[5] = Float(digits) / length
        features[6] = Float(swaps) / steps * 2
        features[7] = Float(rises) / steps * 4
        features[8] = Float(falls) / steps * 4
        features[9] = Float(longest) / 16
        features[10] = Float(vowels) / Float(max(1, letters))
        features[11] = 8 / Float(max(8, count))
        features[12] = Float(seen.nonzeroBitCount) / length
        features[13] = Float(uppers) / length
        features[14] = Float(count - letters - digits) / length * 4
        features[15] = Float(min(swaps, 8)) / 8
    }

    /// The network: one hidden layer of rectified units, one logistic output.
    private static func judge(_ features: UnsafeMutableBufferPointer<Float>) -> Float {
        let weights = RandomnessModel.weights.utf8Start
        // Two characters a number; the callers' indices stay below the table's 289 numbers.
        func weight(_ index: Int) -> Float {
            let high = Int(weights[2 * index]) - 40
            let low = Int(weights[2 * index + 1]) - 40
            return Float(high << 6 + low - 2048) / 128
        }
        let offsets = hiddenCount * featureCount
        var output = weight(offsets + 2 * hiddenCount)
        for unit in 0..<hiddenCount {
            var sum = weight(offsets + unit)
            for index in 0..<featureCount {
                sum += weight(unit * featureCount + index) * features[index]
            }
            if sum > 0 { output += weight(offsets + hiddenCount + unit) * sum }
        }
        return 1 / (1 + expf(-output))
    }
}
