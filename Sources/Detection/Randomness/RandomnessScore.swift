/// Tells strings drawn at random from words, identifiers, paths and sentences.
package enum RandomnessScore {
    /// 0 for text that people wrote, 1 for random characters; 0.5 parts most.
    package static func score(of value: UnsafeRawBufferPointer) -> Double {
        // Stands in until the trained model lands: distance from the entropy of text.
        min(1, max(0, (ShannonEntropy.bitsPerCharacter(of: value) - 2.5) / 2))
    }
}
