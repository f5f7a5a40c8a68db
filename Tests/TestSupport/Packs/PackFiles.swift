/// A written pack with its index.
package struct PackFiles: Sendable {
    /// The bytes of the `.pack` file.
    package var pack: [UInt8]
    /// The bytes of the `.idx` file.
    package var index: [UInt8]
    /// What the entries ought to hold, in their order.
    package let objects: [PackedObject]
    /// Names the objects and makes the trailers.
    package let hash: ObjectHash

    /// The pack with a right trailer again, after its bytes were changed.
    package mutating func sealPack() { pack = sealed(pack) }

    /// The index with a right trailer again, after its bytes were changed.
    package mutating func sealIndex() { index = sealed(index) }

    private func sealed(_ bytes: [UInt8]) -> [UInt8] {
        let body = Array(bytes.dropLast(hash.byteCount))
        return body + hash.digest(body)
    }
}
